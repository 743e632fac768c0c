// What the suite sends is what the types allow: accepted bodies compile, refused ones do not, answers arrive typed.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deriveSuite } from '../src/derive/cases.ts';
import { DOCUMENT, readSubject } from '../src/document.ts';
import { typesProgram } from '../src/types-program.ts';

const root = join(import.meta.dirname, '..');

test('every accepted call compiles, and every refused one that types can express does not', () => {
  const directory = join(root, 'reports', 'types');
  const program = typesProgram(deriveSuite(readSubject(DOCUMENT)));
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'calls.ts'), program);
  writeFileSync(
    join(directory, 'tsconfig.json'),
    JSON.stringify({ extends: '../../tsconfig.json', include: ['calls.ts'], exclude: [] }),
  );
  expect(program).toContain('@ts-expect-error');
  const tsc = join(root, '..', '..', 'node_modules', '.bin', 'tsc');
  const compile = () => execFileSync(tsc, ['-p', directory], { encoding: 'utf8', stdio: 'pipe' });
  expect(compileErrors(compile)).toBe('');
}, 60_000);

function compileErrors(compile: () => string): string {
  try {
    return compile();
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout);
  }
}
