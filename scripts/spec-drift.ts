// `pnpm spec:drift`: where the vendored pages contradict the document. Exit 1 on a contradiction that nobody acknowledged.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { print, printJson } from '@agentsource/openapi/command';
import { isolate } from '@agentsource/openapi/isolate';
import type { DriftReport } from './src/drift/drift.ts';
import { run } from './src/run.ts';

const HELP = `Usage: pnpm spec:drift [--json]

Checks every JSON and cURL example of the vendored documentation pages (spec/pages/) against the built document.
Known contradictions are listed, with reasons, in spec/drift.yaml.

  --json  prints one JSON object: { "drifts": [...], "obsolete": [...] }

Exit codes: 0 nothing new, 1 a contradiction that spec/drift.yaml does not list, 2 unreadable input.`;

await run(async () => {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    print(HELP);
    return;
  }
  const spec = join(import.meta.dirname, '..', 'spec');
  const find = join(import.meta.dirname, 'src', 'drift', 'drift.ts');
  const report = await isolate<string, DriftReport>(find, 'findDrift', spec);
  const fresh = report.drifts.filter(({ acknowledged }) => acknowledged === null);
  if (values.json) printJson(report);
  else {
    for (const { page, line, direction, operation, problem } of fresh) {
      print(`spec/pages/${page}:${line}: ${direction} example of ${operation}: ${problem}`);
    }
    for (const { page, direction, problem } of report.obsolete) {
      print(`spec/drift.yaml: no longer occurs, remove it: ${page}, ${direction}: ${problem}`);
    }
    print(`${report.drifts.length - fresh.length} acknowledged, ${fresh.length} new`);
  }
  if (fresh.length > 0) process.exitCode = 1;
});
