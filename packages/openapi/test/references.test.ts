// Where references lead.

import { expect, test } from 'vitest';
import { resolve } from '../src/references.ts';
import { documentWith } from '../testing/support.ts';

const document = documentWith(
  {},
  {
    components: {
      parameters: {
        Limit: { name: 'limit', in: 'query' },
        'by/name': { $ref: '#/components/parameters/Limit' },
        Lost: { $ref: '#/components/parameters/None' },
        One: { $ref: '#/components/parameters/Other' },
        Other: { $ref: '#/components/parameters/One' },
      },
    },
  },
);
const reference = (name: string) => ({ $ref: `#/components/parameters/${name}` });

test('an object that refers to nothing is itself, where it stands', () => {
  const value = { name: 'own' };
  expect(resolve(document, value, '/paths/~1things/post/parameters/0')).toEqual({
    value,
    pointer: '/paths/~1things/post/parameters/0',
  });
});

test('references are followed to the end, and the pointer is where they end', () => {
  expect(resolve(document, reference('by~1name'), '/somewhere')).toEqual({
    value: { name: 'limit', in: 'query' },
    pointer: '/components/parameters/Limit',
  });
});

test.each(['Lost', 'One', 'None'])('what leads nowhere or in a circle is nothing: %s', (name) => {
  expect(resolve(document, reference(name))).toBeUndefined();
});

test.each([undefined, null, 'text', [[]]])('what is no object is nothing: %o', (value) => {
  expect(resolve(document, value)).toBeUndefined();
});
