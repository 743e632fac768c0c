// What the report of a bump says beside the judgement.

import type { Comparison } from '@agentsource/diff/report/json';
import { expect, test } from 'vitest';
import { type BumpFindings, renderBumpReport } from '../../src/bump/report.ts';

const identity = { version: '1.0.0', sha256: 'x' };
const comparison: Comparison = {
  from: identity,
  to: { ...identity, version: '1.1.0' },
  verdict: { severity: 'none', changes: [], disagreements: [] },
  normalised: [],
  releases: {},
  changeset: null,
};
const nothing = { drifts: [], obsolete: [] };

function report(findings: Partial<BumpFindings> = {}): string {
  return renderBumpReport(comparison, {
    removed: [],
    drift: { before: nothing, after: nothing },
    limits: [],
    contract: '',
    uncompiled: [],
    ...findings,
  });
}

test('says nothing of what there is nothing to say about', () => {
  expect(report()).not.toContain('###');
});

test('names contradictions of the pages that are new, and those that are gone', () => {
  const known = { page: 'a.md', direction: 'request' as const, problem: 'known', reason: 'why' };
  const drift = { ...known, line: 3, operation: 'GET /a', acknowledged: null };
  const text = report({
    drift: {
      before: { drifts: [drift], obsolete: [] },
      after: {
        drifts: [drift, { ...drift, line: 9, problem: 'fresh' }],
        obsolete: [{ ...known, problem: 'over' }],
      },
    },
  });
  expect(text).toContain(
    '- new: `a.md` line 9, request example: `fresh`\n- gone: `a.md`, request example: `over`\n',
  );
  expect(text).not.toContain('known');
});

test('lists what the mock can not serve truthfully, in the words of the contract suite', () => {
  const output =
    'op  status\nGET /a  1\n\nExcused: it made this up:\n  GET /a 200 (2): x is short\n  GET /b 200 (1): y\n\n7 passed, 3 excused, 0 failed\n';
  expect(report({ contract: output })).toContain(
    "### What the mock can't serve truthfully\n\n`Excused: it made this up:`\n\n- `GET /a 200 (2): x is short`\n- `GET /b 200 (1): y`\n\nOf the contract suite, 7 passed, 3 excused, 0 failed.",
  );
  expect(report({ contract: '7 passed, 0 excused, 0 failed\n' })).not.toContain('###');
});

test('names what is declared and neither done by the client nor covered by the suite', () => {
  const text = report({
    limits: [{ rule: 'server', pointer: '/paths/~1a/get', detail: 'GET /a is elsewhere' }],
    contract:
      'op\n\nDeclared, not covered:\n  GET /b: XML\n\n7 passed, 0 excused, 0 failed, 1 declared, not covered\n',
  });
  expect(text).toContain(
    '### Declared, and not done by the client itself\n\n- `/paths/~1a/get`: `GET /a is elsewhere`\n',
  );
  expect(text).toContain(
    '### Declared, and not covered by the contract suite\n\n`Declared, not covered:`\n\n- `GET /b: XML`\n\nOf the contract suite, 7 passed',
  );
});

test('names our own code that no longer compiles', () => {
  const error = "examples/quickstart/enroll.ts(3,4): error TS2322: Type 'x' is not assignable to type 'y'.";
  expect(report({ uncompiled: [error] })).toContain(
    `### Our own tests and examples that no longer compile\n\nTo be adapted before this is merged.\n\n- \`${error}\``,
  );
});
