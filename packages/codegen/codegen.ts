#!/usr/bin/env node
// `codegen types` and `codegen client`, in the package of that name: the built document → its src/generated.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runCommand } from '@agentsource/openapi/command';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { UnreadableError } from '@agentsource/openapi/errors';
import { sha256 } from '@agentsource/openapi/hash';
import { generateClientPackage, generateTypesPackage, writeGenerated } from './src/generate.ts';

await runCommand(async () => {
  const here = process.cwd();
  // The document that the package in this folder depends on.
  const json = readFileSync(
    createRequire(join(here, 'package.json')).resolve('@agentsource/spec/openapi.json'),
    'utf8',
  );
  const document = JSON.parse(json) as OpenApiDocument;
  const [, , name] = process.argv;
  if (name === 'types') writeGenerated(here, await generateTypesPackage(document, sha256(json)));
  else if (name === 'client') writeGenerated(here, generateClientPackage(document, sha256(json)));
  else throw new UnreadableError('usage: codegen types|client');
});
