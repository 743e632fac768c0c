// The verdict on two versions of a document: both comparators asked, the higher severity wins.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { Verdict } from './change.ts';
import { combine } from './combine.ts';
import { compareDocuments } from './document/comparator.ts';
import { pairOperations } from './operations.ts';
import { highest } from './severity.ts';
import { compareTypes } from './types/comparator.ts';

/**
 * What changed between two normalised (or built) documents for someone who compiles against the packages.
 *
 * @throws PipelineError when types can't be generated from one of the documents.
 */
export async function judge(before: OpenApiDocument, after: OpenApiDocument): Promise<Verdict> {
  const operations = pairOperations(before, after);
  const { changes, disagreements } = combine(
    compareDocuments(before, after, operations),
    await compareTypes(before, after, operations),
  );
  return { severity: highest(changes.map(({ severity }) => severity)), changes, disagreements };
}
