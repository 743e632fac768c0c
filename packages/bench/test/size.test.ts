// The budgets of .size-limit.ts hold, every published entry point is among them, and the READMEs say what is measured.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { operationsOf } from '@agentsource/openapi/walk';
import { beforeAll, describe, expect, test } from 'vitest';

interface Measured {
  name: string;
  /** Bytes. */
  size: number;
  sizeLimit?: number;
  passed?: boolean;
}

const ROOT = join(import.meta.dirname, '..');
const SIZE_LIMIT = fileURLToPath(new URL('./bin.js', import.meta.resolve('size-limit/package.json')));
const PUBLISHED = ['@agentsource/client', '@agentsource/types', '@agentsource/webhooks'];

let measured: Measured[];
beforeAll(async () => {
  const run = promisify(execFile)(process.execPath, [SIZE_LIMIT, '--json'], { cwd: ROOT });
  // It exits with 1 when a budget is exceeded, and prints the same.
  measured = JSON.parse(
    await run.then(
      ({ stdout }) => stdout,
      (error: { stdout: string }) => error.stdout,
    ),
  );
});

/** In kB. */
function sizeOf(name: string): number {
  const found = measured.find((check) => check.name === name);
  if (!found) throw new Error(`.size-limit.ts measures no "${name}"`);
  return found.size / 1000;
}

/** Near enough to be true, and far enough from the next rounding that one byte more changes no README. */
function expectSaid(said: string | undefined, name: string): void {
  expect(Math.abs(Number(said) - sizeOf(name)), `${name}: ${said} kB`).toBeLessThan(0.1);
}

function read(...path: string[]): string {
  return readFileSync(join(ROOT, ...path), 'utf8');
}

test('no budget is exceeded', () => {
  expect(measured.filter(({ passed }) => passed === false)).toEqual([]);
});

test('another operation adds at most 120 bytes to a bundle', () => {
  const sizes = ['one operation', 'two operations', 'three operations'].map((name) => sizeOf(name) * 1000);
  const added = sizes.slice(1).map((size, index) => size - (sizes[index] ?? 0));
  for (const bytes of added) expect(bytes).toBeGreaterThan(0);
  for (const bytes of added) expect(bytes).toBeLessThanOrEqual(120);
});

test.each(PUBLISHED)('every entry point of %s is measured', (name) => {
  const { exports } = JSON.parse(read('node_modules', name, 'package.json')) as { exports: object };
  const names = Object.keys(exports).map((subpath) => name + subpath.slice(1));
  expect(measured.map((check) => check.name)).toEqual(expect.arrayContaining(names));
});

describe('the README of the bench', () => {
  const rows = read('README.md').matchAll(/^\| ([^|]+) \| ([\d.]+) \| ([\d.]+) \|/gm);
  const table = [...rows].map(([, name = '', size, budget]) => ({ name, size, budget }));
  const rowOf = (name: string) => table.find((row) => row.name === name);

  test('gives each budget and what is used of it', () => {
    for (const { name, sizeLimit } of measured) {
      if (sizeLimit === undefined) continue;
      expectSaid(rowOf(name)?.size, name);
      expect(rowOf(name)).toMatchObject({ name, budget: (sizeLimit / 1000).toFixed(1) });
    }
  });

  test('gives the size of client and core beside those of the peers', () => {
    expectSaid(rowOf('agentsource')?.size, 'createClient and a call');
    expectSaid(rowOf('openapi-fetch')?.size, 'openapi-fetch and a call');
  });
});

describe('the README of the client', () => {
  const readme = read('node_modules', '@agentsource', 'client', 'README.md').replaceAll(/\s+/g, ' ');

  test('says what a client and a call weigh', () => {
    const [, whole, core] =
      readme.match(/are ([\d.]+) kB \(min\+gzip\), ([\d.]+) of them openapi-fetch/) ?? [];
    expectSaid(whole, 'createClient and a call');
    expectSaid(core, 'openapi-fetch and a call');
  });

  test('says what checking requests adds', () => {
    const [, own, perOperation] =
      readme.match(/They add ([\d.]+) kB \(min\+gzip\) and some ([\d.]+) kB for each operation/) ?? [];
    const withoutChecks = '@agentsource/client/validate, without the generated checks';
    expectSaid(own, withoutChecks);
    // Roughly, since another document must not make it wrong.
    const generated = sizeOf('@agentsource/client/validate') - sizeOf(withoutChecks);
    const operations = countOperations();
    expect(Number(perOperation) / (generated / operations)).toBeGreaterThan(1 / 2);
    expect(Number(perOperation) / (generated / operations)).toBeLessThan(2);
  });
});

function countOperations(): number {
  const path = fileURLToPath(import.meta.resolve('@agentsource/spec/openapi.json'));
  return operationsOf(JSON.parse(readFileSync(path, 'utf8'))).length;
}
