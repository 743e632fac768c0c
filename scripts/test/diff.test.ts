// The command itself: what goes to which stream, and its exit codes.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { AFTER, BEFORE } from '@agentsource/diff/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';

const directory = mkdtempSync(join(tmpdir(), 'spec-diff-'));
afterAll(() => rmSync(directory, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

const before = write('before.json', JSON.stringify(BEFORE));
const after = write('after.json', JSON.stringify(AFTER));

function specDiff(args: string[], input = '') {
  const script = join(import.meta.dirname, '../spec-diff.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('spec:diff', { timeout: 60_000 }, () => {
  it('prints the report and exits 0, breaking or not', () => {
    const { status, stdout, stderr } = specDiff([before, after]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^\*\*API 1\.0\.0 → 1\.1\.0: breaking\*\*\n/);
  });

  it('prints one JSON object with --json', () => {
    const { status, stdout } = specDiff(['--json', before, after]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      from: { version: '1.0.0', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      to: { version: '1.1.0' },
      severity: 'breaking',
      releases: { '@agentsource/types': expect.any(String), '@agentsource/mock': expect.any(String) },
      changeset: null,
    });
  });

  it('takes YAML, whatever its name says, and standard input: the same document is none', () => {
    const yaml = write('yaml.json', stringify(BEFORE));
    const { status, stdout } = specDiff([yaml, '-', '--json'], JSON.stringify(BEFORE));
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ severity: 'none', changes: [], releases: {} });
  });

  it('adds the places of a code base with --usage', () => {
    write('app.ts', "client.POST('/things/count', {});\n");
    const { stdout } = specDiff([before, after, '--usage', directory, '--json']);
    const { usage, changes } = JSON.parse(stdout);
    expect(usage).toEqual([
      { file: 'app.ts', line: 1, text: 'POST /things/count', changes: expect.any(Array) },
    ]);
    expect(changes[usage[0].changes[0]]).toMatchObject({
      operation: 'POST /things/count',
      severity: 'breaking',
    });
    expect(specDiff([before, after, '--usage', directory]).stdout).toContain('### In your code');
  });

  it.each([
    ['no such file', [before, join(directory, 'nowhere.json')]],
    ['HTML', [before, write('page.html', '<!doctype html><title>Docs</title>')]],
    ['cut-off JSON', [before, write('cut.json', JSON.stringify(AFTER).slice(0, -9))]],
    [
      'a dangling reference',
      [before, write('dangling.json', JSON.stringify(AFTER).replaceAll('"Filter"', '"Gone"'))],
    ],
    [
      'a schema that is none',
      [before, write('number.json', JSON.stringify(AFTER).replaceAll('{"type":"integer"}', '5'))],
    ],
    ['one source', [before]],
    ['two standard inputs', ['-', '-']],
    ['an unknown option', [before, after, '--jsno']],
    ['no code base', [before, after, '--usage', join(directory, 'nowhere')]],
  ])('refuses %s with one line and exit 2', (_what, args) => {
    const { status, stdout, stderr } = specDiff(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+\n$/);
  });

  it('does not mind a reader that has seen enough', async () => {
    const script = join(import.meta.dirname, '../spec-diff.ts');
    const child = spawn(process.execPath, [script, '--json', before, after], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    const stderr = await text(child.stderr);
    expect({ stderr, status: child.exitCode ?? (await once(child, 'exit'))[0] }).toEqual({
      stderr: '',
      status: 0,
    });
  });

  it('explains itself with --help', () => {
    expect(specDiff(['--help'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Usage: pnpm spec:diff'),
    });
  });
});
