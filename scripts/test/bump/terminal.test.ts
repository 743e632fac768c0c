// What a bump shows: a line a step on a terminal, nothing in a pipe, and last words that fit on a screen.
import type { Change } from '@agentsource/diff/change';
import type { Comparison } from '@agentsource/diff/report/json';
import { expect, test } from 'vitest';
import { progressOn } from '../../src/bump/progress.ts';
import { renderSummary } from '../../src/bump/summary.ts';

function shown(isTTY: boolean): string {
  let text = '';
  const stream = { isTTY, write: (chunk: string) => (text += chunk) } as unknown as NodeJS.WriteStream;
  const progress = progressOn(stream);
  progress.begin('reading');
  progress.begin('judging');
  progress.note('3 tasks');
  progress.end();
  progress.end();
  return text;
}

test('each step is a line with its time, written again as long as it lasts', () => {
  const lines = shown(true)
    .split('\n')
    .map((line) =>
      line
        .split('\r\x1b[K')
        .at(-1)
        ?.replace(/\d+\.\d/, '0.0'),
    );
  expect(lines).toEqual(['   0.0 s  reading', '   0.0 s  judging', '']);
  expect(shown(true)).toContain('judging … 3 tasks');
});

test('a pipe sees nothing of it', () => expect(shown(false)).toBe(''));

const identity = { version: '1.0.0', sha256: 'x' };
const change = { severity: 'breaking', wireBreaking: true } as Change;
const comparison: Comparison = {
  from: identity,
  to: { ...identity, version: '1.1.0' },
  verdict: { severity: 'breaking', changes: [change], disagreements: [] },
  normalised: [],
  releases: { '@agentsource/types': 'minor', '@agentsource/client': 'minor' },
  changeset: '.changeset/openapi-1.1.0-x.md',
};
const result = {
  comparison,
  landed: ['a', 'b'],
  removed: [{ overlay: 'o.yaml', target: '$', reason: 'changes nothing' as const, description: '' }],
  findings: { contract: '', uncompiled: ['a.ts(1,2): error', 'b.ts(1,2): error'] },
  report: 'long',
};

test('the last words say verdict, releases, files, chores, report and what is next, in ten lines', () => {
  expect(renderSummary(result, false, 'reports/spec-bump.md').split('\n')).toEqual([
    'API 1.0.0 → 1.1.0: breaking',
    'Counted per operation: 1 breaking; 1 of them felt by callers already deployed.',
    '@agentsource/types minor, @agentsource/client minor',
    'landed: 2 files, .changeset/openapi-1.1.0-x.md among them',
    '1 overlay action of ours, no longer needed or fitting, removed',
    '2 places in our own tests and examples no longer compile',
    'report: reports/spec-bump.md',
    'next: read the report and what git diff says, adapt what no longer compiles, pnpm test, commit',
  ]);
});

test('a dry run says what would have landed', () => {
  const text = renderSummary({ ...result, landed: ['a'] }, true, 'r.md');
  expect(text).toContain('\nnot landed (--dry-run): 1 file would change\n');
  expect(text).not.toContain('next:');
});
