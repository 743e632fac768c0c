// A user's project: a directory under no workspace into which npm installs the published packages.
import { cpSync, existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Peers } from './peers.ts';
import { runOk } from './processes.ts';
import { type Published, specifiers } from './publish.ts';
import { README_PROGRAM } from './readme.ts';
import type { Sandbox } from './sandbox.ts';

const consumers = join(import.meta.dirname, '..', 'consumers');

/** The mock's address in the README's example and in the consumers. */
const MOCK_URL = 'http://127.0.0.1:4010';

/** Installs the packages with npm, beside those that a package.json there already asks for. */
export async function install(
  { peers, sandbox }: { peers: Peers; sandbox: Sandbox },
  directory: string,
  published: Published[],
): Promise<void> {
  const manifest = join(directory, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true, "type": "module" }');
  await runOk(process.execPath, [peers.script('npm'), 'install', ...specifiers(published)], {
    cwd: directory,
    env: sandbox.env,
  });
}

/** Fills a directory with the program, the files of `consumers/<names>` and the README's example, all of them calling our mock. */
export function addSources({ mockUrl }: { mockUrl: string }, directory: string, ...names: string[]): string {
  for (const name of ['program', ...names]) cpSync(join(consumers, name), directory, { recursive: true });
  for (const extension of ['mjs', 'ts'])
    writeFileSync(join(directory, `readme.${extension}`), README_PROGRAM);
  for (const file of globSync('*.{ts,mjs,cjs}', { cwd: directory })) {
    const path = join(directory, file);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(MOCK_URL, mockUrl));
  }
  return directory;
}
