// `pnpm spec:bump <source…>`: the next version of the vendored document, judged, tried out and landed, or nothing changed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { print, printJson } from '@agentsource/openapi/command';
import { UnreadableError } from '@agentsource/openapi/errors';
import { isolate } from '@agentsource/openapi/isolate';
import { bump } from './src/bump/bump.ts';
import { progressOn } from './src/bump/progress.ts';
import { toBumpJson } from './src/bump/report.ts';
import { renderSummary } from './src/bump/summary.ts';
import { verifyStage } from './src/bump/verify.ts';
import { run } from './src/run.ts';

/** Ignored by git. */
const REPORT = 'reports/spec-bump.md';

const HELP = `Usage: pnpm spec:bump <source…> [--dry-run] [--json] [--allow-downgrade] [--allow-dirty]

Vendors another version of the OpenAPI document: judges what changes for the packages' users, regenerates, compiles, runs
the contract suite on it, and writes a changeset. All of it lands, or the tree stays as it was.

A source is a path, an http(s) URL, a directory of documentation pages, or - for standard input; it is a documentation
page (Markdown with an OpenAPI fence) or an OpenAPI document, YAML or JSON. Several pages are merged.

  --dry-run          does everything but the landing
  --json             prints one JSON object instead of the report
  --allow-downgrade  accepts a version older than the vendored one
  --allow-dirty      lands in a tree with changes that are not committed

The whole report is written to ${REPORT}.

Exit codes: 0 landed, or nothing to change; 1 refused; 2 unreadable input. The reason is on standard error.`;

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      'allow-downgrade': { type: 'boolean', default: false },
      'allow-dirty': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    print(HELP);
    return;
  }
  if (positionals.length === 0)
    throw new UnreadableError('no source given; pnpm spec:bump --help says what one is');
  const root = join(import.meta.dirname, '..');
  const result = await bump({
    root,
    sources: positionals,
    dryRun: values['dry-run'],
    allowDowngrade: values['allow-downgrade'],
    allowDirty: values['allow-dirty'],
    today: new Date().toISOString().slice(0, 10),
    verify: verifyStage,
    isolate,
    progress: progressOn(process.stderr),
  });
  const { comparison, removed, report } = result;
  if (report !== undefined) {
    mkdirSync(join(root, dirname(REPORT)), { recursive: true });
    writeFileSync(join(root, REPORT), `${report}\n`);
  }
  if (values.json) printJson(toBumpJson(comparison, removed, report));
  else if (report === undefined) print(`no change: ${comparison.to.version} is what is vendored already`);
  else print(renderSummary(result, values['dry-run'], REPORT));
});
