// The linear engine says of every text what JavaScript says of it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linearRegExp } from '../../src/patterns/linear-regexp.ts';

// Each with another meaning, or none, in other engines.
const ATOMS = [
  ...['a', 'b', '-', '\\/', '\\t', '\\n', '\\0', '\\cA', '\\x41', '\\u00a1', '\\u{1F600}', '\\ud83d', 'é'],
  ...['.', '\\s', '\\S', '\\w', '\\W', '\\d', '\\D', '\\p{L}', '\\P{Lu}', '\\p{Script=Greek}', '\\p{Emoji}'],
  ...['[^a]', '[a-c\\s]', '[^\\W_]', '[\\p{L}\\d-]', '[😀-😎]', '[\\b]', '[^]', '[]', '^', '$', '\\b', '\\B'],
];
const CHARACTERS = [
  ...['a', 'b', 'c', 'A', '0', '_', '-', '/', ' ', '\0', '\u0001', '\b', '\t', '\n', '\v', '\r', '\u0085'],
  ...['\u00a0', '\u00a1', 'é', 'α', 'ǅ', '١', '\u180e', '\u2028', '\u3000', '\ufeff', '\ud83d', '😀', '😉'],
];

const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(...ATOMS),
    fc.array(tie('pattern'), { minLength: 2, maxLength: 3 }).map((parts) => parts.join('')),
    fc.array(tie('pattern'), { minLength: 2, maxLength: 3 }).map((parts) => `(?:${parts.join('|')})`),
    tie('pattern').map((part) => `(${part})`),
    tie('pattern').map((part) => `(?<=${part})`),
    tie('pattern').map((part) => `(?<!${part})`),
    fc
      .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{2,}', '*?', '{0}'))
      .map(([part, times]) => `(?:${part})${times}`),
  ),
}));
const text = fc
  .array(fc.constantFrom(...CHARACTERS), { maxLength: 6 })
  .map((characters) => characters.join(''));

test('whatever the pattern and the text', () => {
  let differing = 0;
  fc.assert(
    fc.property(pattern, fc.array(text, { minLength: 1, maxLength: 5 }), (part, texts) => {
      // Unanchored, V8 looks for matches of nothing within surrogate pairs as well.
      const whole = `^(?:${part}|${part}+.*)$`;
      fc.pre(isPattern(whole));
      const native = new RegExp(whole, 'u');
      const linear = linearRegExp(whole);
      if (linear !== native) differing += 1;
      for (const one of texts) expect(linear?.test(one)).toBe(native.test(one));
    }),
    { numRuns: 2_000 },
  );
  expect(differing).toBeGreaterThan(500);
});

function isPattern(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}

test('also anywhere in the text', () => {
  const loose = linearRegExp('(?<word>[ab]+)-\\k<word>|(a|b)*c');
  expect(loose).toBeUndefined();
  const found = linearRegExp('(?<word>a|b)*c');
  expect(found?.test('xxabacxx')).toBe(true);
  expect(found?.test('xxabaxx')).toBe(false);
});

test('a pattern that JavaScript would not come to an end with', () => {
  const evil = linearRegExp('^(a+)+$');
  expect(evil?.test(`${'a'.repeat(100_000)}!`)).toBe(false);
  expect(evil?.test('a'.repeat(100_000))).toBe(true);
  const polynomial = linearRegExp('a*a*b');
  expect(polynomial?.test('a'.repeat(100_000))).toBe(false);
});

test.each([
  '^(?=a)(?:ab)+$',
  '^(a)(?:\\1b)+$',
  '^(?:(?:a{99}){99})+$',
  '^(?:\\p{Script_Extensions=Greek}|a)+$',
])('%s has no linear way', (unlinear) => {
  expect(linearRegExp(unlinear)).toBeUndefined();
});

test('what JavaScript does not take is refused as JavaScript refuses it', () => {
  expect(() => linearRegExp('(?P<a>b)')).toThrow(SyntaxError);
});

test('patterns can be told apart', () => {
  expect(String(linearRegExp('^(a|b)+$'))).not.toBe(String(linearRegExp('^(a|c)+$')));
});
