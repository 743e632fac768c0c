// Compiles TypeScript written by a test, under the package's own settings; nothing of it is run.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile as tsc } from '@agentsource/tooling/compile';

const ROOT = join(import.meta.dirname, '..');

/** What the compiler says of the files, in a folder of this name under `reports/`; empty when it is content. */
export async function compile(name: string, files: Record<string, string>): Promise<string> {
  const directory = join(ROOT, 'reports', name);
  mkdirSync(directory, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(directory, file), text);
  const config = { extends: '../../tsconfig.json', include: ['.'], exclude: [] };
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify(config));
  return await tsc(['-p', directory]);
}
