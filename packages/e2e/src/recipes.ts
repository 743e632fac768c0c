// The recipes of the packages' READMEs: the fences that have a file's name, which need a framework, a platform or a Redis.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './repository.ts';

const READMES = ['webhooks', 'redis'].map((name) => join(REPOSITORY, 'packages', name, 'README.md'));

/** Their code by the file's name. */
export const RECIPES: ReadonlyMap<string, string> = new Map(
  READMES.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/^```ts (\S+)\n(.*?)^```$/gms)].map(
      ([, file = '', code = '']): [string, string] => [file, code],
    ),
  ),
);

/** Those that the cases run. */
export const RUN = [
  'app/webhook/route.ts',
  'express.ts',
  'fastify.ts',
  'hono.ts',
  'ioredis.ts',
  'lambda.ts',
  'queue.ts',
  'server.ts',
  'worker.ts',
] as const;
export type RecipeFile = (typeof RUN)[number];

export function recipeOf(file: RecipeFile): string {
  const code = RECIPES.get(file);
  if (code === undefined) throw new Error(`no README has a fence with the name ${file}`);
  return code;
}
