// The example of README.md and what it prints: the program that every runtime has to run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { snippetsOf } from '@agentsource/tooling/snippets';
import { REPOSITORY } from './repository.ts';

const path = join(REPOSITORY, 'README.md');
const example = snippetsOf(readFileSync(path, 'utf8'), 'README.md').find(({ code }) =>
  code.includes("from '@agentsource/client'"),
);
if (!example) throw new Error('README.md has no example that imports @agentsource/client');

/** Needs no compiling: it has no type annotations. */
export const README_PROGRAM: string = example.code;

/** The enrollment's id in the document's curated example. */
const PRINTED = 'en_8d52c3f1';

export function checkPrinted(output: string): void {
  if (output.trim() !== PRINTED) throw new Error(`should print ${PRINTED}, but printed:\n${output}`);
}

/** For programs that print more than that. */
export function checkPrintedSomewhere(output: string): void {
  if (!output.includes(PRINTED)) throw new Error(`should print ${PRINTED}, but printed:\n${output}`);
}
