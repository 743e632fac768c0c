#!/usr/bin/env node
// `build-spec`, in spec/: vendored document → dist. Prints what was normalised on the way.
import { buildSpec } from './src/build.ts';
import { print, runCommand } from './src/command.ts';

await runCommand(async () => {
  const { document, hits } = await buildSpec(process.cwd());
  for (const { rule, pointer, detail } of hits) print(`normalised ${rule} ${pointer}: ${detail}`);
  print(`spec/dist: ${document.info.title} ${document.info.version}`);
});
