// A recipe that nothing runs would be a promise that nobody keeps.
import { expect, test } from 'vitest';
import { RECIPES, RUN } from '../src/recipes.ts';

test('pnpm e2e runs every recipe of the READMEs', () => {
  expect([...RECIPES.keys()].sort()).toEqual([...RUN].sort());
});
