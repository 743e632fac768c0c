// Which patterns are slow: known ones by name, and any that can be made up by counting what a backtracking engine tries.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slownessOfPatterns } from '../../src/patterns/slowness.ts';
import { countSteps, matches, type Part, patternOf } from './backtracking.ts';

const slownessOf = (pattern: string) => slownessOfPatterns()(pattern);

test.each([
  '^(a+)+$',
  '(x+x+)+y',
  '^(\\w+\\s?)*$',
  '^(?:a|a)*$',
  '^(a|a?)+$',
  '(?:(?:a*)*)*b',
  '^([0-9a-f]+-?)+$',
  '^(?:.|\\s)*end$',
  '^(\\p{L}+\\s?)+$',
  // The loop is in an assertion, or beside one that can fail after it.
  '^(?=(a+)+$)b',
  '^(?<!(b|b)*)a',
  '^(?:(?:a+)+(?!b))',
  '^(a+)\\1*(a+)+$',
  // Bounded, but nobody lives so long.
  '^(a?){40}a{40}$',
  `^${'a?'.repeat(40)}${'a'.repeat(40)}$`,
  `^${'(?:a|a)'.repeat(40)}$`,
  '^(?:|a){30}b',
  '^(.*a){1,40}$',
  '(?:(?:a{0,30}){0,30}){0,30}b',
])('%s backtracks exponentially', (pattern) => {
  expect(slownessOf(pattern)).toBe('backtracks exponentially');
});

test.each([
  ['^a*a*a*a*$', 4],
  ['^(.*a){12}$', 12],
  ['^(?:\\s*\\w*){3}(?:x*)$', 4],
])('%s backtracks with a high power of the length', (pattern, power) => {
  expect(slownessOf(pattern)).toBe(`backtracks with power ${power} of the length`);
});

test.each([
  '^[a-f0-9]{40}$',
  '^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}$',
  '^(https?:)?//[^\\s/?#]+(?:[/?#]\\S*)?$',
  '^[\\w.+-]+@(?:[\\w-]+\\.)+[a-z]{2,}$',
  '^(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.|$)){4}',
  '^(?:[\\dA-F]{1,4}:){7}[\\dA-F]{1,4}$|^(?:[\\dA-F]{1,4}:){0,5}(?::[\\dA-F]{1,4}){1,5}$',
  '^(?:[A-Za-z\\d+/]{4})*(?:[A-Za-z\\d+/]{2}==|[A-Za-z\\d+/]{3}=)?$',
  '^(?=.*[A-Z])(?=.*[a-z])(?=.*\\d)(?=.*\\W).{8,}$',
  '^P(?:\\d+Y)?(?:\\d+M)?(?:\\d+D)?(?:T(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?$',
  '^\\w+ \\w+ \\w+ \\w+ \\w+$',
  '^(?:\\p{Lu}\\p{Ll}+)+$',
  '^([a-f0-9]{40},?)*$',
  '^(["\']).*\\1$',
  `^(?:${Array.from({ length: 5000 }, (_, index) => `country ${index}`).join('|')})$`,
])('%s is not slow', (pattern) => {
  expect(slownessOf(pattern)).toBeUndefined();
});

test.each([
  `^(?:${Array.from({ length: 500 }, (_, index) => `word${index}`).join('|')})+$`,
  '^(?i:(a|b)+)$',
  `${'('.repeat(200)}a${')*'.repeat(200)}`,
])('%s is too complicated, and so taken for slow', (pattern) => {
  expect(slownessOf(pattern)).toBe('is too complicated to tell how it backtracks');
});

test('a document has so much attention, and not more', () => {
  const slowness = slownessOfPatterns();
  const costly = (index: number) => `^(?:[ab]{30}[^${index}]{30}(?:a|b)?)*$`;
  const found = Array.from({ length: 3_000 }, (_, index) => slowness(costly(index)));
  expect(found[0]).toBe('backtracks exponentially');
  expect(found.at(-1)).toBe('is too complicated to tell how it backtracks');
  expect(slowness(costly(0))).toBe('backtracks exponentially');
  expect(slowness('^a+$')).toBeUndefined();
});

const { part } = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<Part>('a', 'b', '[ab]', '.'),
    fc.array(tie('part'), { maxLength: 3 }).map((sequence) => ({ sequence })),
    fc.array(tie('part'), { minLength: 2, maxLength: 3 }).map((alternatives) => ({ alternatives })),
    fc.record({
      repeated: tie('part'),
      times: fc.constantFrom<[number, number]>(
        [0, 1],
        [0, Number.POSITIVE_INFINITY],
        [1, Number.POSITIVE_INFINITY],
        [2, 3],
        [0, 12],
        [2, Number.POSITIVE_INFINITY],
      ),
    }),
  ),
}));
const word = (maxLength: number) =>
  fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength }).map((letters) => letters.join(''));

test('the steps that are counted are those that JavaScript takes', () => {
  fc.assert(
    fc.property(part, word(6), (whole, text) => {
      expect(matches(whole, text)).toBe(new RegExp(`^${patternOf(whole)}$`, 'u').test(text));
    }),
  );
});

test('what is not called slow takes no text of thirty letters more than a moment', () => {
  fc.assert(
    fc.property(part, word(3), word(2), word(2), (whole, pump, before, after) => {
      if (slownessOf(`^${patternOf(whole)}$`) !== undefined) return;
      const text = `${before}${pump.repeat(30).slice(0, 30)}${after}`;
      expect(countSteps(whole, text, 1_000_000)).toBeLessThan(1_000_000);
    }),
    { numRuns: 1_000 },
  );
});
