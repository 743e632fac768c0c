// `node scripts/pack-bump.ts <bump.json> <patch.json>`: what spec:bump has printed with --json and changed in the tree, as one file
// for propose-bump.ts on another machine. Prints the report, for the job's summary.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BumpJson } from './src/bump/report.ts';
import { gitIn } from './src/git.ts';
import { collectFiles } from './src/pull-request/collect.ts';
import { inert } from './src/pull-request/inert.ts';
import type { Patch } from './src/pull-request/patch.ts';
import { print, runCommand, UnreadableError } from './src/without-install.ts';

await runCommand(async () => {
  const [, , bump, patch] = process.argv;
  if (bump === undefined || patch === undefined)
    throw new UnreadableError('usage: node scripts/pack-bump.ts <bump.json> <patch.json>');
  const { from, to, severity, report } = JSON.parse(readFileSync(bump, 'utf8')) as BumpJson;
  const root = join(import.meta.dirname, '..');
  const packed: Patch = {
    from: from?.version ?? '',
    to: to.version,
    severity,
    report: report ?? '',
    files: collectFiles(root, gitIn(root)),
  };
  writeFileSync(patch, JSON.stringify(packed));
  print(report === null ? `No change: ${to.version} is what is vendored already.` : inert(report));
});
