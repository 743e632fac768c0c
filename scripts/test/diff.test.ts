// The command itself, what goes to which stream and its exit codes; and, in this process, which is quicker, what it compares.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { renderReport } from '@agentsource/diff/report';
import { usesToJson } from '@agentsource/diff/report/json';
import { AFTER, BEFORE } from '@agentsource/diff/testing';
import { composeSpec } from '@agentsource/openapi/build';
import { inThisProcess, refusalOf } from '@agentsource/openapi/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { diff } from '../src/diff.ts';

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
    const { status, stdout } = specDiff(['--json', before, '-'], JSON.stringify(AFTER));
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      from: { version: '1.0.0', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      to: { version: '1.1.0' },
      severity: 'breaking',
      releases: { '@agentsource/types': expect.any(String), '@agentsource/mock': expect.any(String) },
      changeset: null,
    });
  });

  it('refuses with one line and exit 2', () => {
    const { status, stdout, stderr } = specDiff([before, join(directory, 'nowhere.json')]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+nowhere\.json: no such file[^\n]+\n$/);
  });

  it.each([
    ['one source', [before]],
    ['an unknown option', [before, after, '--jsno']],
  ])('refuses %s', (_what, args) => {
    expect(specDiff(args)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^[^\n]+\n$/),
    });
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

describe('what it compares', () => {
  const root = join(import.meta.dirname, '../..');
  const compare = (one: string, other: string, usage?: string) =>
    diff({ root, before: one, after: other, usage, isolate: inThisProcess });

  it('may be YAML, whatever its name says: the same document is none', async () => {
    const yaml = write('yaml.json', stringify(BEFORE));
    const { comparison } = await compare(yaml, before);
    expect(comparison).toMatchObject({ verdict: { severity: 'none', changes: [] }, releases: {} });
  });

  it('may have users, whose places are named', async () => {
    write('app.ts', "client.POST('/things/count', {});\n");
    const { comparison, uses = [] } = await compare(before, after, directory);
    const { changes } = comparison.verdict;
    expect(usesToJson(uses, changes)).toEqual([
      { file: 'app.ts', line: 1, text: 'POST /things/count', changes: expect.any(Array) },
    ]);
    expect(uses[0]?.changes[0]).toMatchObject({ operation: 'POST /things/count', severity: 'breaking' });
    expect(renderReport(comparison, { uses, isBuilt: false })).toContain('`--built`');
  });

  it('may be what the overlays make of both: what they say already is no news', async () => {
    const vendored = join(root, 'spec', 'openapi.yaml');
    const built = write('built.json', (await composeSpec(join(root, 'spec'))).json);
    const asTheyAre = await compare(vendored, built);
    expect(asTheyAre.comparison.verdict.severity).not.toBe('none');
    const asBuilt = await diff({
      root,
      before: vendored,
      after: built,
      isBuilt: true,
      isolate: inThisProcess,
    });
    // Overlays mark what they add, and that is gone with them.
    const kinds = new Set(asBuilt.comparison.verdict.changes.map(({ kind }) => kind));
    expect([...kinds]).toEqual(['documentation-changed']);
    expect(renderReport(asBuilt.comparison, { uses: [], isBuilt: true })).toContain(
      'Judged as this clone builds both documents',
    );
  });

  it.each([
    ['no such file', () => join(directory, 'nowhere.json')],
    ['HTML', () => write('page.html', '<!doctype html><title>Docs</title>')],
    ['cut-off JSON', () => write('cut.json', JSON.stringify(AFTER).slice(0, -9))],
    [
      'a dangling reference',
      () => write('dangling.json', JSON.stringify(AFTER).replaceAll('"Filter"', '"Gone"')),
    ],
    [
      'a schema that is none',
      () => write('number.json', JSON.stringify(AFTER).replaceAll('{"type":"integer"}', '5')),
    ],
  ])('must not be %s', async (_what, source) => {
    expect(await refusalOf(compare(before, source()))).toMatch(/^[^\n]+$/);
  });

  it('can be standard input only once', async () => {
    expect(await refusalOf(compare('-', '-'))).toBe('only one of the two can be standard input');
  });

  it('has users only where there is a code base', async () => {
    expect(await refusalOf(compare(before, after, join(directory, 'nowhere')))).toMatch(/^[^\n]+$/);
  });
});
