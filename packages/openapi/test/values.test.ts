// Texts and numbers as schemas ask for them.
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { textOfFormat } from '../src/values/formats.ts';
import { textsMatching } from '../src/values/matching.ts';
import { mergedKeywords } from '../src/values/merged.ts';
import { nearestWithin, numbersFor, stepOf } from '../src/values/numbers.ts';

function createSchemaValidator(schema: object): (value: unknown) => boolean {
  const ajv = new Ajv2020({ strict: false, logger: false });
  addFormats.default(ajv);
  return (value) => ajv.validate(schema, value);
}

test.each<[string, { least?: number; most?: number }]>([
  ['^[a-z]+$', { least: 2, most: 4 }],
  ['^[a-z0-9]+(?:-[a-z0-9]+)*$', { least: 60, most: 63 }],
  ['[0-9]', { least: 40 }],
  ['^(?:[a-z]+|[0-9]{3})$', { least: 10 }],
  ['^([A-Z]{2}_)*[a-z]{1,5}$', { least: 30, most: 40 }],
  ['^(?=.*[A-Z])(?=.*\\d).+$', { least: 8, most: 20 }],
  ['^\\p{Lu}\\p{L}+$', { most: 5 }],
  ['^(a|b)-\\1$', {}],
  ['^\\S(.*\\S)?$', { least: 5, most: 10 }],
  ['^[^a-zA-Z0-9]$', {}],
  ['^$', {}],
])('a text matches %s, %o', (pattern, { least = 0, most = 100 }) => {
  const isFitting = (text: string) =>
    new RegExp(pattern, 'u').test(text) && [...text].length >= least && [...text].length <= most;
  expect(textsMatching(pattern, { least, most }).filter(isFitting)).not.toEqual([]);
});

test('what was written for some lengths is not taken for others', () => {
  const longest = (most: number) =>
    Math.max(...textsMatching('^[a-z]{1,9}$', { most }).map((text) => text.length));
  expect([2, 5, 2].map(longest)).toEqual([2, 5, 2]);
});

test.each(['(', '^.{5000000}$', '^(((a{1000}){1000}){1000})$'])('no text is written for %s', (pattern) => {
  expect(textsMatching(pattern, {})).toEqual([]);
});

test.each(['^(a{0,1000}){0,1000}$', '^((?:){100000}){100000}$', '^(\\w{3,}@){1,1000}$'])(
  'no more is written for %s than is asked for',
  (pattern) => {
    const started = performance.now();
    const longest = Math.max(...textsMatching(pattern, { most: 50 }).map((text) => text.length));
    expect(longest).toBeLessThanOrEqual(50);
    expect(performance.now() - started).toBeLessThan(500);
  },
);

test.each([
  { type: 'integer', exclusiveMinimum: 0, exclusiveMaximum: 2 },
  { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
  { type: 'number', exclusiveMinimum: 99.5, exclusiveMaximum: 99.75 },
  { type: 'integer', minimum: 0, exclusiveMinimum: 10, maximum: 100, exclusiveMaximum: 12 },
  { type: 'integer', minimum: 11, maximum: 15, multipleOf: 7 },
  { type: 'number', minimum: 0.05, maximum: 0.07, multipleOf: 0.01 },
  { type: 'number', exclusiveMaximum: -5 },
])('a number satisfies %o', (schema) => {
  const isValid = createSchemaValidator(schema);
  expect([...numbersFor(schema, 2)].filter(isValid)).not.toEqual([]);
});

test('the last number within a bound is a multiple where multiples are asked for', () => {
  const schema = { type: 'integer', minimum: 11, maximum: 15, multipleOf: 7 };
  expect([nearestWithin(schema, 11, -1), nearestWithin(schema, 15, 1), stepOf(schema)]).toEqual([14, 14, 7]);
  expect(nearestWithin({ multipleOf: 0.01 }, 0.07, -1)).toBe(0.07);
  expect(nearestWithin({ type: 'number' }, 0.5, 1)).toBe(0.5);
});

test.each(
  ['date', 'date-time', 'time', 'duration', 'email', 'uri', 'uri-reference', 'uri-template', 'uuid', 'ipv4']
    .concat([
      'ipv6',
      'hostname',
      'json-pointer',
      'relative-json-pointer',
      'regex',
      'byte',
      'idn-email',
      'iri',
    ])
    .map((format) => [format]),
)('texts of the format %s are valid and differ', (format) => {
  const texts = [0, 1, 2].map((index) => textOfFormat(format, index));
  expect(texts.filter(createSchemaValidator({ type: 'string', format }))).toEqual(texts);
  expect(new Set(texts).size).toBe(3);
});

test('of a format that nobody knows there is no text', () => {
  expect([textOfFormat('unheard-of', 0), textOfFormat('constructor', 0), textOfFormat(undefined, 0)]).toEqual(
    [undefined, undefined, undefined],
  );
});

test('of several schemas the narrowest bounds, common values and common types hold', () => {
  const merged = mergedKeywords([
    { type: ['string', 'null'], minLength: 2, maxLength: 9, enum: ['a', 'b', 'c'] },
    { type: 'string', minLength: 3, maxLength: 10, enum: ['c', 'b', 'd'], pattern: '^a' },
  ]);
  expect(merged).toEqual({ type: ['string'], minLength: 3, maxLength: 9, enum: ['b', 'c'], pattern: '^a' });
});
