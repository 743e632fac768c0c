// `pnpm spec:bump <source…>`: the next version of the vendored document, judged, tried out and landed, or nothing changed.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { print, printJson } from '@agentsource/openapi/command';
import { UnreadableError } from '@agentsource/openapi/errors';
import { isolate } from '@agentsource/openapi/isolate';
import { bump } from './src/bump/bump.ts';
import { toBumpJson } from './src/bump/report.ts';
import { verifyStage } from './src/bump/verify.ts';
import { run } from './src/run.ts';

const HELP = `Usage: pnpm spec:bump <source…> [--dry-run] [--json] [--allow-downgrade]

Vendors another version of the OpenAPI document: judges what changes for the packages' users, regenerates, compiles, runs
the contract suite on it, and writes a changeset. All of it lands, or the tree stays as it was.

A source is a path, an http(s) URL, a directory of documentation pages, or - for standard input; it is a documentation
page (Markdown with an OpenAPI fence) or an OpenAPI document, YAML or JSON. Several pages are merged.

  --dry-run          does everything but the landing
  --json             prints one JSON object instead of the report
  --allow-downgrade  accepts a version older than the vendored one

Exit codes: 0 landed, or nothing to change; 1 refused; 2 unreadable input. The reason is on standard error.`;

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      'allow-downgrade': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    print(HELP);
    return;
  }
  if (positionals.length === 0)
    throw new UnreadableError('no source given; pnpm spec:bump --help says what one is');
  const { comparison, removed, report } = await bump({
    root: join(import.meta.dirname, '..'),
    sources: positionals,
    dryRun: values['dry-run'],
    allowDowngrade: values['allow-downgrade'],
    today: new Date().toISOString().slice(0, 10),
    verify: verifyStage,
    isolate,
    progress: (step) => {
      if (process.stderr.isTTY) process.stderr.write(`${step}…\n`);
    },
  });
  if (values.json) printJson(toBumpJson(comparison, removed, report));
  else print(report ?? `no change: ${comparison.to.version} is what is vendored already`);
});
