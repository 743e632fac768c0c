// What becomes of what the tasks of a bump print: findings, or the reason why nothing lands.
import { expect, test } from 'vitest';
import { findingsOf } from '../../src/bump/verify.ts';

const STAGE = '/tree/.bump/tree-1';
const TYPECHECK = '@agentsource/tooling#typecheck';
const CONTRACT = '@agentsource/contract#contract';

/** What tasks printed, and which of them failed. */
function ended(failed: string[], printed: Record<string, string[]>) {
  const lines = Object.entries(printed).flatMap(([task, texts]) => texts.map((text) => ({ task, text })));
  return { failed, lines };
}

test('errors of the compiler are findings, each with its place, beside what the contract suite printed', () => {
  const error = "examples/quickstart/enroll.ts(3,4): error TS2322: Type 'x' is not assignable to type 'y'.";
  const printed = {
    [TYPECHECK]: ['cache bypass, force executing 1a', error, '  More of it.'],
    [CONTRACT]: ['a', 'b'],
  };
  expect(findingsOf(ended([TYPECHECK], printed), STAGE)).toEqual({ contract: 'a\nb', uncompiled: [error] });
});

test('a compiler that could not look stops the landing', () => {
  const printed = { [TYPECHECK]: ['cache bypass, force executing 1a', 'error TS5083: no such file'] };
  expect(() => findingsOf(ended([TYPECHECK], printed), STAGE)).toThrow(
    /^error TS5083: no such file\n@agentsource\/tooling#typecheck: the new document does not pass/,
  );
});

test('so does any other task, whose last lines are shown without the place of the stage', () => {
  const compiled = 'test/x.ts(1,2): error TS1: x';
  const printed = {
    [TYPECHECK]: [compiled],
    [CONTRACT]: [
      'cache bypass, force executing 1a',
      '',
      '> contract',
      `${STAGE}/spec/x: wrong`,
      ' ELIFECYCLE  failed',
    ],
  };
  expect(() => findingsOf(ended([CONTRACT, TYPECHECK], printed), STAGE)).toThrow(
    /^spec\/x: wrong\n@agentsource\/contract#contract: the new document does not pass/,
  );
});
