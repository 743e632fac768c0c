// The recipes of the webhooks' README, each on its framework or platform: it compiles, and answers what it has to.
import { join } from 'node:path';
import { bundle } from '../bundle.ts';
import type { Context } from '../context.ts';
import { checkReceiver, deliver } from '../deliveries.ts';
import { firstAnswer } from '../free-port.ts';
import { runOk, serve } from '../processes.ts';
import { compileRecipe, folderOf, installed, type RecipeFolder } from '../recipe-project.ts';
import type { RecipeFile } from '../recipes.ts';
import type { TestCase } from '../test-case.ts';

interface Recipe {
  name: string;
  file: RecipeFile;
  /** What runs it, where it does not run by itself. */
  main?: string;
  /** Without Node's, for a platform that has none of it. */
  types?: string[];
  /** Node with `main`, unless it says otherwise. */
  command?: (folder: RecipeFolder, context: Context) => Promise<string[]>;
  versions: (context: Context, folder: RecipeFolder) => Promise<string> | string;
}

const byPackage =
  (...packages: string[]): Recipe['versions'] =>
  (_, { directory }) =>
    installed(join(directory, '..'), ...packages);

const byRuntime =
  (name: 'bun' | 'deno' | 'workerd'): Recipe['versions'] =>
  async ({ peers }, { options }) =>
    (await runOk(peers.runtime(name), ['--version'], options)).split('\n')[0] ?? '';

const LIST: Recipe[] = [
  { name: 'Express', file: 'express.ts', versions: byPackage('express') },
  { name: 'Fastify', file: 'fastify.ts', versions: byPackage('fastify') },
  { name: 'Hono', file: 'hono.ts', versions: byPackage('hono', '@hono/node-server') },
  { name: 'Request handler', file: 'server.ts', main: 'request-server.ts', versions: () => process.version },
  { name: 'AWS Lambda', file: 'lambda.ts', main: 'lambda-runtime.ts', versions: () => process.version },
  {
    name: 'Bun',
    file: 'server.ts',
    command: async ({ port }, { peers }) => ['env', `PORT=${port}`, peers.runtime('bun'), 'server.ts'],
    versions: byRuntime('bun'),
  },
  {
    name: 'Deno',
    file: 'server.ts',
    command: async ({ port }, { peers }) => {
      const flags = ['--allow-env', '--host=127.0.0.1', `--port=${port}`];
      return [peers.runtime('deno'), 'serve', ...flags, 'server.ts'];
    },
    versions: byRuntime('deno'),
  },
  {
    name: 'Cloudflare Workers',
    file: 'worker.ts',
    types: [],
    command: async ({ directory, port }, context) => {
      const executable = context.peers.runtime('workerd');
      await bundle(context, directory, 'worker.ts');
      return [executable, 'serve', `--socket-addr=http=127.0.0.1:${port}`, 'worker.capnp'];
    },
    versions: byRuntime('workerd'),
  },
];

export function recipeCases(context: Context): TestCase[] {
  return [
    ...LIST.map((recipe) => ({ kind: 'recipes', name: recipe.name, run: () => runRecipe(context, recipe) })),
    ...['express', 'express-4'].map((express) => ({
      kind: 'recipes',
      name: `${express}, after its parsers`,
      run: () => afterParsers(context, express),
    })),
  ];
}

async function runRecipe(context: Context, recipe: Recipe): Promise<string> {
  const { name, file, main = file, types, command } = recipe;
  const folder = await folderOf(context, name.toLowerCase().replaceAll(' ', '-'), file);
  await compileRecipe(context, folder, [main], types);
  const [executable = '', ...args] = (await command?.(folder, context)) ?? [process.execPath, main];
  const server = serve(executable, args, folder.options);
  await firstAnswer(folder.url, server.output);
  await checkReceiver(folder.url, server.output);
  await server.end('SIGTERM');
  return await recipe.versions(context, folder);
}

/** Where a parser ran before: 200 if it kept the bytes, otherwise 500 and what to move; `handler` says what to take instead. */
async function afterParsers(context: Context, express: string): Promise<string> {
  const folder = await folderOf(context, `parsers-${express}`, 'express.ts');
  await compileRecipe(context, folder, ['express-parsers.ts']);
  const { options, port, directory } = folder;
  const env = { ...options.env, EXPRESS: express };
  const server = serve(process.execPath, ['express-parsers.ts'], { ...options, env });
  const url = (path: string) => `http://127.0.0.1:${port}/${path}`;
  await firstAnswer(url(''), server.output);
  for (const path of ['raw', 'text', 'kept', 'other-type']) await checkReceiver(url(path), server.output);
  await refuses(url('parsed'), /^500 failed$/, /move this route above the line app.use\(express.json\(\)\)/);
  await refuses(url('handler'), /^500 /, /nodeHandler of @agentsource\/webhooks\/node takes \(req, res\)/);
  await server.end('SIGTERM');
  return installed(join(directory, '..'), express);

  async function refuses(to: string, answer: RegExp, log: RegExp): Promise<void> {
    const answered = await deliver(to);
    if (!answer.test(answered)) throw new Error(`${to} answers ${answered}`);
    await server.printed(log);
  }
}
