// The verdict on two versions of a document: both comparators asked, the higher severity wins.
import { isDeepStrictEqual } from 'node:util';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { Verdict } from './change.ts';
import { combine } from './combine.ts';
import { compareDocuments } from './document/comparator.ts';
import { pairsOf } from './pairs.ts';
import { highest } from './severity.ts';

/**
 * What changed between two normalised (or built) documents for someone who compiles against the packages. Of two that say the same
 * nothing is asked, be they valid or not.
 *
 * @throws PipelineError when types can't be generated from one of the documents.
 */
export async function judge(before: OpenApiDocument, after: OpenApiDocument): Promise<Verdict> {
  if (saysTheSame(before, after)) return { severity: 'none', changes: [], disagreements: [] };
  const pairs = pairsOf(before, after);
  const { findings, isSame } = compareDocuments(before, after, pairs);
  // Loaded only here: it brings the whole of TypeScript, of which a document against itself needs nothing.
  const { compareTypes } = await import('./types/comparator.ts');
  const byTypes = compareTypes(before, after, { ...pairs, isSame });
  const { changes, disagreements } = combine(findings, byTypes);
  return { severity: highest(changes.map(({ severity }) => severity)), changes, disagreements };
}

/** The version is which document it is, not what it says. */
export function saysTheSame(before: OpenApiDocument, after: OpenApiDocument): boolean {
  const withoutVersion = (document: OpenApiDocument) => ({
    ...document,
    info: { ...document.info, version: '' },
  });
  return isDeepStrictEqual(withoutVersion(before), withoutVersion(after));
}
