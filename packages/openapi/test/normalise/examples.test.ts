// Which examples are kept, beyond those that satisfy their schema; and references as URIs.
import { expect, test } from 'vitest';
import type { Json } from '../../src/json.ts';
import { normalise } from '../../src/normalise/index.ts';
import { get } from '../../src/pointer.ts';
import { documentWith } from '../../testing/support.ts';

const user = {
  type: 'object',
  required: ['id', 'password'],
  properties: { id: { type: 'string', readOnly: true }, password: { $ref: '#/components/schemas/Secret' } },
};

/** What is left of an example of User in an answer of that media type. */
function kept(mediaType: string, example: Json): Json | undefined {
  const schema = { $ref: '#/components/schemas/User' };
  const { document } = normalise(
    documentWith(
      { User: user, Secret: { type: 'string', writeOnly: true } },
      {
        paths: {
          '/users': {
            get: {
              responses: { 200: { description: 'OK', content: { [mediaType]: { schema, example } } } },
            },
          },
        },
      },
    ),
  );
  const [content] = Object.values(get(document, '/paths/~1users/get/responses/200/content') ?? {});
  return content.example;
}

test('what goes one way only may be missing, and nothing else', () => {
  expect(kept('application/json', { id: 'a' })).toEqual({ id: 'a' });
  expect(kept('application/json', { password: 'b' })).toEqual({ password: 'b' });
  expect(kept('application/json', { id: 7 })).toBeUndefined();
});

test('XML is shown as text', () => {
  expect(kept('application/xml', '<user id="a"/>')).toBe('<user id="a"/>');
  expect(kept('application/json', '<user id="a"/>')).toBeUndefined();
});

test('a reference may have percent signs, and is spelled without', () => {
  const operation = { responses: { 200: { $ref: '#/paths/~1a~1%7Bid%7D/get/responses/200' } } };
  const { document, hits } = normalise(
    documentWith(
      { A: { $ref: '#/components/schemas/Page%20of' }, 'Page of': { type: 'string' } },
      {
        paths: {
          '/a/{id}': { get: { responses: { 200: { description: 'OK' } } } },
          '/b': { get: operation },
        },
      },
    ),
  );
  expect(get(document, '/components/schemas/A')).toEqual({ $ref: '#/components/schemas/Page of' });
  expect(get(document, '/paths/~1b/get/responses/200')).toEqual({
    $ref: '#/paths/~1a~1{id}/get/responses/200',
  });
  expect(hits.filter(({ rule }) => rule === 'reference')).toHaveLength(2);
});
