#!/usr/bin/env node
// `codegen types`, `codegen client` and `codegen cli`, in the package of that name: the built document → its src/generated.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runCommand } from '@agentsource/openapi/command';
import { UnreadableError } from '@agentsource/openapi/errors';
import { isolate } from '@agentsource/openapi/isolate';
import type { GenerateInput } from './src/generate.ts';
import { type GeneratedFile, writeGenerated } from './src/write-generated.ts';

await runCommand(async () => {
  const here = process.cwd();
  // Of the spec that the package in this folder depends on.
  const { resolve } = createRequire(join(here, 'package.json'));
  const read = (file: string) => readFileSync(resolve(`@agentsource/spec/${file}`), 'utf8');
  const [, , name] = process.argv;
  if (name !== 'types' && name !== 'client' && name !== 'cli')
    throw new UnreadableError('usage: codegen types|client|cli');
  const generate = join(import.meta.dirname, 'src', 'generate.ts');
  const input = { name, json: read('openapi.json'), settings: read('client.yaml') } as const;
  writeGenerated(here, await isolate<GenerateInput, GeneratedFile[]>(generate, 'generate', input));
});
