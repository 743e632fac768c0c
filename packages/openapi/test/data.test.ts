// Keys of data that a library would act on are hidden from it, and come back as they were.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hideData } from '../src/gate/data.ts';
import type { Json } from '../src/json.ts';
import { get } from '../src/pointer.ts';
import { createSchemaValidator } from '../src/schema-validator.ts';
import { walk } from '../src/walk.ts';
import { documentWith } from '../testing/support.ts';

const key = fc.oneof(fc.constantFrom('$ref', '$id', '$', 'ref', '\u{E000}', '\u{E000}$ref', ''), fc.string());
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, 1, '$ref', '\u{E000}$'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3 }),
  ),
}));

test('whatever the data is', () => {
  fc.assert(
    fc.property(value, (example) => {
      const document = documentWith({
        A: { type: 'object', properties: { $ref: {} }, example, enum: [example] },
      });
      const { document: hidden, reveal, revealConstants } = hideData(document);
      const inside = get(hidden, '/components/schemas/A/example') as Json;
      expect(keysOf(inside).filter((name) => name.startsWith('$'))).toEqual([]);
      expect(reveal(inside)).toEqual(example);
      expect(reveal(JSON.stringify(inside))).toBe(JSON.stringify(example));
      expect(get(hidden, '/components/schemas/A/properties')).toEqual({ $ref: {} });
      walk(hidden, { schema: revealConstants });
      expect(get(hidden, '/components/schemas/A/enum')).toEqual([example]);
      expect(get(document, '/components/schemas/A/example')).toEqual(example);
    }),
  );
});

describe('values with such keys are judged by their schema', () => {
  const properties = { $ref: { type: 'string' }, $id: { type: 'integer' } };
  const closed = { type: 'object', properties, required: ['$ref'], additionalProperties: false };
  const { violations } = createSchemaValidator(
    documentWith({
      Closed: { ...closed, example: { $ref: '/dev/zero', $id: 1 } },
      Other: { example: { $ref: '/dev/zero', $id: 1 } },
      Const: { const: { $ref: '/dev/zero' } },
      Enum: { enum: [1, { $id: 'a' }] },
    }),
  );
  test.each<[schema: string, Json, valid: boolean]>([
    ['Closed', { $ref: 'a', $id: 1 }, true],
    ['Closed', { $ref: 1, $id: 'a' }, false],
    ['Closed', { $id: 1 }, false],
    ['Const', { $ref: '/dev/zero' }, true],
    ['Const', { $ref: '/dev/null' }, false],
    ['Enum', { $id: 'a' }, true],
    ['Enum', {}, false],
  ])('%s: %j', (schema, value, valid) => {
    expect(violations(`/components/schemas/${schema}`, value).length === 0).toBe(valid);
  });
});

function keysOf(value: Json): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [...own, ...Object.values(value).flatMap((inner) => keysOf(inner as Json))];
}
