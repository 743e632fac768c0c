// `build` of @agentsource/spec: vendored document → spec/dist. Prints what was normalised on the way.
import { join } from 'node:path';
import { buildSpec } from './src/document/build.ts';
import { run } from './src/run.ts';

await run(async () => {
  const { document, hits } = await buildSpec(join(import.meta.dirname, '..', 'spec'));
  for (const { rule, pointer, detail } of hits) console.log(`normalised ${rule} ${pointer}: ${detail}`);
  console.log(`spec/dist: ${document.info.title} ${document.info.version}`);
});
