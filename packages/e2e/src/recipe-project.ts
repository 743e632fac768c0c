// A project that has the published packages and the frameworks of the READMEs' recipes, and a folder in it for each of them.
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './consumer.ts';
import type { Context } from './context.ts';
import { SECRET } from './deliveries.ts';
import { freePort } from './free-port.ts';
import { runOk, type Spawn } from './processes.ts';
import { type RecipeFile, recipeOf } from './recipes.ts';

const consumers = join(import.meta.dirname, '..', 'consumers');

const projects = new Map<string, Promise<string>>();

/** Installed once for all cases; `name` is a folder of `consumers/`. */
export function projectOf(context: Context, name: string): Promise<string> {
  const create = async () => {
    const directory = context.sandbox.directory(`project-${name}`);
    cpSync(join(consumers, name), directory, { recursive: true });
    await install(context, directory, context.published);
    return directory;
  };
  const project = projects.get(name) ?? create();
  projects.set(name, project);
  return project;
}

/** A recipe as a reader has it, but for the port. */
export interface RecipeFolder {
  directory: string;
  port: number;
  url: string;
  /** For whatever runs in it. */
  options: Spawn;
}

/** The recipe and what stands around it, in a folder of its own. `ports` are other ports that it names. */
export async function folderOf(
  context: Context,
  name: string,
  file: RecipeFile,
  ports: Record<string, number> = {},
): Promise<RecipeFolder> {
  const project = await projectOf(context, 'recipes');
  const directory = join(project, name);
  mkdirSync(directory);
  for (const source of globSync('*.{ts,mjs,capnp}', { cwd: join(consumers, 'recipes') })) {
    cpSync(join(consumers, 'recipes', source), join(directory, source));
  }
  writeFileSync(join(directory, file), recipeOf(file));
  const port = await freePort();
  for (const source of globSync('*.{ts,mjs}', { cwd: directory })) {
    const path = join(directory, source);
    let code = readFileSync(path, 'utf8');
    for (const [from, to] of Object.entries({ 3000: port, ...ports }))
      code = code.replaceAll(from, String(to));
    writeFileSync(path, code);
  }
  const env = { ...context.sandbox.env, EXPLORIUM_WEBHOOK_SECRET: SECRET };
  return { directory, port, url: `http://127.0.0.1:${port}/webhook`, options: { cwd: directory, env } };
}

/** As its reader's compiler would. */
export async function compileRecipe(
  context: Context,
  { directory, options }: RecipeFolder,
  files: string[],
  types: string[] = ['node'],
): Promise<void> {
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2024',
    lib: ['es2024', 'dom', 'dom.iterable'],
    types,
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    noEmit: true,
  };
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  await runOk(
    process.execPath,
    [context.peers.script('typescript-7', 'tsc'), '--project', 'tsconfig.json'],
    options,
  );
}

/** "express 5.3.0", as installed. */
export function installed(project: string, ...packages: string[]): string {
  return packages
    .map((name) => {
      const path = join(project, 'node_modules', name, 'package.json');
      return `${name} ${(JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version}`;
    })
    .join(', ');
}
