// What the pull request is called and says, when the vendor's document may say anything. git judges the branch.
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { branchOf } from '../../src/pull-request/branch.ts';
import { contentOf } from '../../src/pull-request/content.ts';
import { inert } from '../../src/pull-request/inert.ts';

const PIECES =
  '@admin #1 Fixes GH-1 .lock .. . / \\ ~ ^ : ? * [ @{ 1.0.0 - + \n \r \0 \u2028 \u202e \u200b ` < & é 😀';
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES.split(' '), ' '), fc.string({ unit: 'binary' })), {
    maxLength: 10,
  })
  .map((parts) => parts.join(''));
const long = fc.string({ minLength: 100, maxLength: 1000 });
/** What spec:bump takes as a version. */
const version = fc.stringMatching(/^[\w.+-]{1,64}$/);
const lockOrDots = fc
  .array(fc.constantFrom('.', '..', '.lock', 'lock', '1', '-', '+'), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(''));

function gitTakes(branch: string): boolean {
  return spawnSync('git', ['check-ref-format', '--branch', branch]).status === 0;
}

describe('the branch', () => {
  test('is the version where git takes it', () => {
    for (const plain of ['0.2.349', '1.0.0-rc.1+build_5', 'v2', 'a.lockfile'])
      expect(branchOf(plain)).toBe(`spec-bump/${plain}`);
  });

  test('is a name that git takes, whatever the version', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(hostile, version, long, lockOrDots, lockOrDots), (text) => {
        expect(branchOf(text)).toMatch(/^spec-bump\/[\w.+-]{1,80}$/);
        expect(gitTakes(branchOf(text))).toBe(true);
      }),
      {
        numRuns: 100,
        examples: [['.'], ['..'], ['x.lock'], ['x.lock.lock'], ['.lock'], [''], ['a.'], ['-']],
      },
    );
    expect(gitTakes('spec-bump/x.lock')).toBe(false);
  });

  test('is another one for every version', () => {
    const texts = fc.tuple(fc.oneof(hostile, lockOrDots), fc.oneof(hostile, lockOrDots));
    fc.assert(fc.property(texts, ([one, other]) => one === other || branchOf(one) !== branchOf(other)));
    expect(branchOf('1..0')).not.toBe(branchOf('1-.0'));
    expect(branchOf('x'.repeat(64))).not.toBe(branchOf('x'.repeat(65)));
  });
});

const proposal = { from: '1.0.0', to: '1.1.0', severity: 'feature' as const, report: '' };

test('the title is one short line of versions and a word', () => {
  expect(contentOf(proposal).title).toBe('API 1.0.0 → 1.1.0: feature');
  fc.assert(
    fc.property(fc.oneof(hostile, long), hostile, (from, to) => {
      const { title } = contentOf({ ...proposal, from, to });
      expect(title).toMatch(/^API [\w.+-]{1,64} → [\w.+-]{1,64}: feature$/);
      expect(title.length).toBeLessThanOrEqual(200);
    }),
  );
});

describe('the text', () => {
  const LIVE = /@\w|#\w|\bGH-\d|\/(?:issues|pull|discussions)\/\d|&(?:#\w|commat;|num;|sol;)/i;

  test.each([
    ['a mention', 'ask @admin or @org/team'],
    ['a reference that closes an issue', 'Fixes #1, closes GH-12, resolves owner/name#3'],
    ['the address of an issue', 'Fixes https://github.com/owner/name/issues/1 and …/pull/2'],
    ['an entity', '&#64;admin &#x40;admin &commat;admin &num;1 &#35;1'],
  ])('is the report without %s', (_, report) => {
    expect(report).toMatch(LIVE);
    expect(contentOf({ ...proposal, report }).body).not.toMatch(LIVE);
    expect(inert(report).replaceAll('\u200b', '')).toBe(report);
  });

  test('keeps everything else', () => {
    const report = '**API 1.0.0 → 1.1.0**\n\n### New\n\n- `POST /v1/x` & `a/b`: HIGH, `#/components` # 1\n';
    expect(inert(report)).toBe(report);
  });

  test('calls nobody and closes nothing, whatever the report', () => {
    fc.assert(fc.property(hostile, (report) => !LIVE.test(inert(report))));
  });
});
