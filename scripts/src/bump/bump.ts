// A bump: the next version of the document acquired, judged, tried out beside the tree, and landed whole or not at all.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { releasesOf } from '@agentsource/diff/releases';
import type { Comparison } from '@agentsource/diff/report/json';
import type { BuiltDocument } from '@agentsource/openapi/build';
import { PipelineError, UnreadableError } from '@agentsource/openapi/errors';
import type { Isolate } from '@agentsource/openapi/isolate';
import { readSources, type Sources } from '@agentsource/openapi/sources';
import type { Acquisition } from '../acquire/acquire.ts';
import { type Input, readInputs } from '../acquire/inputs.ts';
import type { DriftReport, PagesToCheck } from '../drift/drift.ts';
import { packageVersions } from '../package-versions.ts';
import { changesetPath, renderChangeset } from './changeset.ts';
import { refuseDirty } from './dirty.ts';
import { onInterrupt } from './interrupt.ts';
import type { BumpToJudge, JudgedBump } from './judge-bump.ts';
import { clear, finishCutLanding, land } from './land.ts';
import { lock } from './lock.ts';
import type { Progress } from './progress.ts';
import { type RemovedAction, removedActions, renderBumpReport } from './report.ts';
import { changesOf, createStage } from './stage.ts';
import { withoutActions } from './stale-actions.ts';
import { sourcesOf, vendoredFiles } from './vendor.ts';
import type { Findings, Verification, Verify } from './verify.ts';
import { isOlder } from './versions.ts';

/** What works on the document, and does so apart. */
const ACQUIRE = join(import.meta.dirname, '..', 'acquire', 'acquire.ts');
const JUDGE = join(import.meta.dirname, 'judge-bump.ts');
const DRIFT = join(import.meta.dirname, '..', 'drift', 'drift.ts');

export interface BumpOptions {
  /** Of the repository. */
  root: string;
  sources: readonly string[];
  /** Everything but the landing. */
  dryRun: boolean;
  allowDowngrade: boolean;
  /** Lands in a tree with changes that are not committed. */
  allowDirty: boolean;
  /** YYYY-MM-DD, for source.json. */
  today: string;
  verify: Verify;
  isolate: Isolate;
  progress: Progress;
}

export interface BumpResult {
  comparison: Comparison;
  removed: RemovedAction[];
  findings: Findings;
  /** Files that have changed in the tree, or would have. */
  landed: string[];
  /** Markdown; undefined when the source is what is vendored already. */
  report: string | undefined;
}

/** Throws an UnreadableError on a source that can't be read, a PipelineError on a refusal; either way the tree is as it was. */
export async function bump(options: BumpOptions): Promise<BumpResult> {
  const { root, dryRun, allowDirty } = options;
  finishCutLanding(root);
  if (!dryRun && !allowDirty) refuseDirty(root);
  lock(root);
  let verification: Verification | undefined;
  const stopListening = onInterrupt(async () => {
    await verification?.stop();
    clear(root);
    process.stderr.write('\nInterrupted; nothing was changed.\n');
  });
  try {
    return await bumpLocked(options, (stage) => {
      verification = options.verify(stage, options.progress.note);
      return verification.done;
    });
  } finally {
    options.progress.end();
    stopListening();
    clear(root);
  }
}

async function bumpLocked(
  options: BumpOptions,
  verify: (stage: string) => Promise<Findings>,
): Promise<BumpResult> {
  const { root, progress, isolate } = options;
  const spec = join(root, 'spec');
  progress.begin('reading the source');
  const acquired = await isolate<Input[], Acquisition>(ACQUIRE, 'acquire', await readInputs(options.sources));
  refuseOddVersion(acquired.document.info.version);
  const oldSources = readSources(spec);
  const sources = sourcesOf(acquired, oldSources, options.today);
  if (!options.allowDowngrade) refuseOlder(sources, oldSources);
  if (isDeepStrictEqual(sources, oldSources)) return unchanged(sources);

  progress.begin('judging what changes');
  const question = { spec, document: acquired.document, name: options.sources.join(', ') };
  const judged = await isolate<BumpToJudge, JudgedBump>(JUDGE, 'judgeBump', question, { read: [spec] });
  const { old, next, limits } = judged;
  const comparison = compare(root, judged, { oldSources, sources }, acquired);

  progress.begin('generating, compiling and running the contract suite beside the tree');
  const stage = createStage(root);
  writeVendored(join(stage.root, 'spec'), acquired, oldSources, sources);
  removeStale(join(stage.root, 'spec', 'overlays'), next);
  const driftOf = (folder: string, { document }: BuiltDocument) =>
    isolate<PagesToCheck, DriftReport>(
      DRIFT,
      'driftOf',
      { specDirectory: folder, document },
      { read: [folder] },
    );
  // Beside the first of the tasks, which leave a core idle.
  const drift = Promise.all([driftOf(spec, old), driftOf(join(stage.root, 'spec'), next)]);
  // Looked at below, once there are findings.
  drift.catch(() => {});
  const findings = await verify(stage.root);
  const [before, after] = await drift;
  const removed = removedActions(next.stale);
  const report = renderBumpReport(comparison, { removed, drift: { before, after }, limits, ...findings });
  if (comparison.changeset !== null) {
    writeFileSync(join(stage.root, comparison.changeset), renderChangeset(comparison));
  }

  const landings = changesOf(stage, root);
  const landed = landings.map(({ path }) => path);
  if (options.dryRun) {
    return { comparison: { ...comparison, changeset: null }, removed, findings, landed, report };
  }
  progress.begin('landing');
  await hearSignals();
  land(root, landings);
  return { comparison, removed, findings, landed, report };
}

/** A signal that came meanwhile ends us here, at the last moment at which nothing has changed. */
async function hearSignals(): Promise<void> {
  // The event loop may be past the phase in which it hears of them; the second turn has it for certain.
  await setImmediate();
  await setImmediate();
}

/** It becomes part of file names, branches, titles and types. */
function refuseOddVersion(version: string): void {
  if (/^[\w.+-]{1,64}$/.test(version)) return;
  throw new UnreadableError(
    `info.version is ${JSON.stringify(version.slice(0, 80))}; a bump takes versions of 1 to 64 letters, digits and ._+-; ` +
      'bump a copy of the document whose version you have corrected',
  );
}

function refuseOlder({ document: { version } }: Sources, old: Sources): void {
  if (!isOlder(version, old.document.version)) return;
  throw new PipelineError(
    `${version} is older than the vendored ${old.document.version}; give --allow-downgrade if that is meant`,
  );
}

function unchanged({ document: { version, sha256 } }: Sources): BumpResult {
  const identity = { version, sha256 };
  const verdict = { severity: 'none' as const, changes: [], disagreements: [] };
  const comparison = { from: identity, to: identity, verdict, normalised: [], releases: {}, changeset: null };
  const findings = { contract: '', uncompiled: [] };
  return { comparison, removed: [], findings, landed: [], report: undefined };
}

function compare(
  root: string,
  { next, verdict }: JudgedBump,
  { oldSources, sources }: { oldSources: Sources; sources: Sources },
  { merged }: Acquisition,
): Comparison {
  const releases = releasesOf(verdict.severity, packageVersions(root));
  const { version, sha256 } = sources.document;
  return {
    from: { version: oldSources.document.version, sha256: oldSources.document.sha256 },
    to: { version, sha256 },
    verdict,
    normalised: [...merged, ...next.hits],
    releases,
    changeset: Object.keys(releases).length > 0 ? changesetPath({ version, sha256 }) : null,
  };
}

function writeVendored(spec: string, acquired: Acquisition, old: Sources, sources: Sources): void {
  const { write, remove } = vendoredFiles(acquired, old, sources);
  for (const file of remove) rmSync(join(spec, file), { force: true });
  for (const [file, content] of write) {
    mkdirSync(dirname(join(spec, file)), { recursive: true });
    writeFileSync(join(spec, file), content);
  }
}

function removeStale(overlays: string, { stale }: BuiltDocument): void {
  for (const [name, actions] of Map.groupBy(stale, ({ overlay }) => overlay)) {
    const path = join(overlays, name);
    const text = withoutActions(readFileSync(path, 'utf8'), new Set(actions.map(({ index }) => index)), name);
    if (text === undefined) rmSync(path);
    else writeFileSync(path, text);
  }
}
