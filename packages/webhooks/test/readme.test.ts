// Every snippet that a reader can copy compiles, runs, and prints what it says. Those with a file's name need a framework or another
// platform: `pnpm e2e` runs them.
import { expect, test } from 'vitest';
import { compile, outputOf, promisedOutputOf, recipe, snippets } from './snippets.ts';

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
