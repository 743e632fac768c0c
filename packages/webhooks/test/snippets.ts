// Writes the snippets of the README and of the JSDoc where they resolve the package as a user does, and runs them.
import { execFile } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { compile as tsc } from '@agentsource/tooling/compile';
import { type Snippet, snippetsOf, snippetsOfSource } from '@agentsource/tooling/snippets';
import { secret } from './support.ts';

const root = join(import.meta.dirname, '..');
const directory = join(root, 'reports', 'snippets');
const run = promisify(execFile);

export const environment = { ...process.env, EXPLORIUM_WEBHOOK_SECRET: secret };

export const snippets: Snippet[] = [
  ...snippetsOf(readFileSync(join(root, 'README.md'), 'utf8'), 'README.md'),
  ...globSync('src/*.ts', { cwd: root })
    .sort()
    .flatMap((file) => snippetsOfSource(readFileSync(join(root, file), 'utf8'), file)),
];

export function recipe(): Snippet {
  const found = snippets.find(({ code }) => code.includes('createServer('));
  if (found === undefined) throw new Error("README.md has no recipe for Node's http");
  return found;
}

/** The file it was written to; `name` keeps tests that run at the same time apart. */
export function write({ at, code }: Snippet, name: string): string {
  mkdirSync(join(directory, name), { recursive: true });
  const file = join(directory, name, `${at.replace(/\W/g, '-')}.ts`);
  writeFileSync(file, code);
  return file;
}

/** What the compiler says about all snippets: nothing, when all is well. */
export async function compile(): Promise<string> {
  rmSync(join(directory, 'compiled'), { recursive: true, force: true });
  for (const snippet of snippets) write(snippet, 'compiled');
  const config = { extends: '../../../tsconfig.json', include: ['*.ts'] };
  writeFileSync(join(directory, 'compiled', 'tsconfig.json'), JSON.stringify(config));
  return tsc(['-p', join(directory, 'compiled')]);
}

export async function outputOf(snippet: Snippet): Promise<string> {
  const { stdout } = await run(process.execPath, [write(snippet, 'run')], { env: environment });
  return stdout;
}

/** What the comments beside its `console.log`s promise. */
export function promisedOutputOf({ code }: Snippet): string {
  return [...code.matchAll(/console\.log\(.*\/\/ (.*)\n/g)].map((match) => `${match[1]}\n`).join('');
}
