// What a prospect id is, and what is said of one that is none.
import { expect, test } from 'vitest';
import { invalidIds, prospectIdOf } from '../../src/enroll/prospect-id.ts';

const ID = '20ae6cbf564ee683e66685e429844a5ff8ffc30f';

test.each([ID, ` ${ID}\n`, ID.toUpperCase(), `\t${ID.toUpperCase()} `])(
  '%j is the id of the service',
  (given) => {
    expect(prospectIdOf(given)).toBe(ID);
  },
);

test.each([undefined, null, 5, '', ' ', ID.slice(1), `${ID}0`, ID.replace('2', 'g'), `${ID}\n${ID}`])(
  '%j is none',
  (given) => {
    expect(prospectIdOf(given)).toBeUndefined();
  },
);

test.each<[string, string]>([
  [ID.slice(1), '39 characters, must be 40'],
  [` ${ID.slice(1)} `, '39 characters, must be 40'],
  [`${ID}00`, '42 characters, must be 40'],
  ['', '0 characters, must be 40'],
  ['x', '1 character, must be 40'],
  [`g${ID.slice(1)}`, 'character 1 is "g", must be of a-f0-9'],
  [`${ID.slice(0, 20)} ${ID.slice(21)}`, 'character 21 is " ", must be of a-f0-9'],
  [ID.replaceAll('a', 'А'), 'character 3 is "А", must be of a-f0-9'],
])('%j: %s', (id, words) => {
  const error = invalidIds([id], [46]);
  expect(error.message).toContain(`id 47: ${words}`);
  expect(error.problems).toEqual([
    { path: 'prospectIds.46', message: words, type: 'string_pattern_mismatch' },
  ]);
});

test('a page that is given for an id is not printed', () => {
  const { message } = invalidIds(['x'.repeat(1000), 'y'], [0, 3]);
  expect(message.length).toBeLessThan(160);
  expect(message).toMatch(/^id 1: 1000 characters, must be 40 \("x{60}…"\), and 1 more; not sent$/);
});
