// Every snippet that a reader can copy compiles, runs, and prints what it says.
import { expect, test } from 'vitest';
import { sign } from '../src/testing.ts';
import { compile, outputOf, promisedOutputOf, recipe, snippets } from './snippets.ts';
import { event, secret } from './support.ts';

test('all of them compile', async () => {
  expect(snippets.length).toBeGreaterThan(8);
  expect(await compile()).toBe('');
});

test.each(snippets.filter((snippet) => snippet !== recipe()))(
  '$at runs',

  async (snippet) => {
    expect(await outputOf(snippet)).toBe(promisedOutputOf(snippet));
  },
);

test('the first one receives', async () => {
  const [first] = snippets;
  if (first === undefined) throw new Error('README.md has no snippet');
  const body = JSON.stringify(event);
  const init = JSON.stringify({ method: 'POST', headers: await sign(body, secret), body });
  const call = `console.log((await receive(new Request('http://localhost/', ${init}))).status);\n`;
  expect(await outputOf({ at: 'first', code: first.code + call })).toBe(
    '20ae6cbf564ee683e66685e429844a5ff8ffc30f has a new role {}\n200\n',
  );
});
