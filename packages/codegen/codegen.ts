#!/usr/bin/env node
// `codegen types` and `codegen client`, in the package of that name: the built document → its src/generated.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runCommand } from '@agentsource/openapi/command';
import { UnreadableError } from '@agentsource/openapi/errors';
import { isolate } from '@agentsource/openapi/isolate';
import { type GeneratedFile, type GenerateInput, writeGenerated } from './src/generate.ts';

await runCommand(async () => {
  const here = process.cwd();
  // The document that the package in this folder depends on.
  const json = readFileSync(
    createRequire(join(here, 'package.json')).resolve('@agentsource/spec/openapi.json'),
    'utf8',
  );
  const [, , name] = process.argv;
  if (name !== 'types' && name !== 'client') throw new UnreadableError('usage: codegen types|client');
  const generate = join(import.meta.dirname, 'src', 'generate.ts');
  writeGenerated(here, await isolate<GenerateInput, GeneratedFile[]>(generate, 'generate', { name, json }));
});
