// What spec:diff finds: two sources read and compared, and the places of a code base that the changes touch.
import { join } from 'node:path';
import type { Comparison } from '@agentsource/diff/report/json';
import type { Use } from '@agentsource/diff/usage';
import { UnreadableError } from '@agentsource/openapi/errors';
import type { Isolate } from '@agentsource/openapi/isolate';
import { readInputs } from './acquire/inputs.ts';
import type { ComparedInputs, InputsToCompare } from './compare-inputs.ts';
import { packageVersions } from './package-versions.ts';

export interface DiffOptions {
  /** Of the repository. */
  root: string;
  /** Paths, URLs, directories of pages, or one `-` for standard input. */
  before: string;
  after: string;
  /** A code base to look through. */
  usage?: string | undefined;
  /** Whether to compare what this clone's overlays make of both. */
  isBuilt?: boolean | undefined;
  isolate: Isolate;
}

export interface Diff {
  comparison: Comparison;
  uses: Use[] | undefined;
}

/** @throws {UnreadableError} when a source or the code base can't be read. */
export async function diff({ root, before, after, usage, isBuilt, isolate }: DiffOptions): Promise<Diff> {
  if (before === '-' && after === '-') throw new UnreadableError('only one of the two can be standard input');
  const spec = isBuilt ? join(root, 'spec') : undefined;
  const readBoth = async (): Promise<InputsToCompare> => ({
    before: await readInputs([before]),
    after: await readInputs([after]),
    versions: packageVersions(root),
    givesDocuments: usage !== undefined,
    spec,
  });
  const module = join(import.meta.dirname, 'compare-inputs.ts');
  const compared = await isolate<InputsToCompare, ComparedInputs>(module, 'compareInputs', readBoth(), {
    read: spec === undefined ? [] : [spec],
  });
  const uses = usage === undefined ? undefined : await usesIn(usage, compared);
  return { comparison: compared.comparison, uses };
}

/** Loaded only here: it brings the whole of TypeScript. */
async function usesIn(directory: string, { comparison, documents }: ComparedInputs): Promise<Use[]> {
  const { findUses } = await import('@agentsource/diff/usage');
  return documents ? findUses(directory, comparison.verdict.changes, documents.before, documents.after) : [];
}
