// What the workflows may do.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<string, { permissions?: Record<string, string>; steps: { uses?: string }[] }>;
}

const directory = join(import.meta.dirname, '../../../.github/workflows');

describe.each(readdirSync(directory))('%s', (file) => {
  const { permissions, jobs } = parse(readFileSync(join(directory, file), 'utf8')) as Workflow;

  test('pins every action by commit', () => {
    const used = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(/@[0-9a-f]{40}$/);
  });

  test('gives no job the right to write that does not ask for it', () => {
    expect(Object.values(permissions)).not.toContain('write');
  });
});
