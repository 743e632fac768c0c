// What is published runs where there is no Node: it imports nothing but itself and touches no global of Node's.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const dist = join(import.meta.dirname, '..', 'dist');

function modulesOf(entry: string, seen: Map<string, string> = new Map()): Map<string, string> {
  if (seen.has(entry)) return seen;
  const code = readFileSync(join(dist, entry), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  seen.set(entry, code);
  for (const [, specifier] of code.matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)) {
    if (!specifier?.startsWith('./')) throw new Error(`${entry} imports ${specifier}`);
    modulesOf(specifier.slice(2), seen);
  }
  return seen;
}

test.each(['index.js', 'testing.js'])('%s needs only Web standards', (entry) => {
  const modules = modulesOf(entry);
  expect(modules.size).toBeGreaterThan(4);
  for (const code of modules.values())
    expect(code).not.toMatch(/\b(process|Buffer|require|__dirname|setImmediate)\b/);
});

test('a receiver does not carry what signs', () => {
  expect([...modulesOf('index.js').keys()]).not.toContain('testing.js');
  expect([...modulesOf('index.js').values()].join()).not.toContain('subtle.sign');
});

test('the command is Node’s, and seen as such', () => {
  expect(() => modulesOf('cli.js')).toThrow('cli.js imports node:util');
});
