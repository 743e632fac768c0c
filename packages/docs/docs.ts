// `pnpm run docs`: the reference site, from spec/dist and the packages' own words, into packages/docs/dist.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { print, runCommand } from '@agentsource/openapi/command';
import { isolate } from '@agentsource/openapi/isolate';
import type { SiteFile, SiteInput } from './src/site.ts';
import { entryPoints, readSources } from './src/sources.ts';
import { installTools, readApi } from './src/tools.ts';
import { writeSite } from './src/write.ts';

const HELP = `Usage: pnpm run docs [--out <directory>]

Builds the reference site. The first run installs TypeDoc into packages/docs/tools.

  --out <directory>  where to; default packages/docs/dist. What is there is replaced
  --help             this text`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: { out: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
  });
  if (values.help) return print(HELP);
  const directory = resolve(values.out ?? join(import.meta.dirname, 'dist'));
  installTools(print);
  const input = readSources(await readApi(entryPoints()));
  const module = join(import.meta.dirname, 'src', 'site.ts');
  const files = await isolate<SiteInput, SiteFile[]>(module, 'composeSite', input);
  writeSite(directory, files);
  print(`${files.length} files in ${directory}; index.html there is the first page`);
});
