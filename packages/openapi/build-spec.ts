#!/usr/bin/env node
// `build-spec`, in spec/: vendored document → dist. Prints what was normalised on the way.
import { join } from 'node:path';
import type { BuiltDocument } from './src/build.ts';
import { print, runCommand } from './src/command.ts';
import { isolate } from './src/isolate.ts';
import { writeDist } from './src/write-dist.ts';

await runCommand(async () => {
  const spec = process.cwd();
  const build = join(import.meta.dirname, 'src', 'build.ts');
  const built = await isolate<string, BuiltDocument>(build, 'composeSpec', spec, { read: [spec] });
  writeDist(spec, built);
  for (const { rule, pointer, detail } of built.hits) print(`normalised ${rule} ${pointer}: ${detail}`);
  print(`spec/dist: ${built.document.info.title} ${built.document.info.version}`);
});
