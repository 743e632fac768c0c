// What spec:diff compares: two sources as they were read.
import { type ComparedSources, compareSources, type Source } from '@agentsource/diff/compare';
import { sha256 } from '@agentsource/openapi/hash';
import { acquire } from './acquire/acquire.ts';
import type { Input } from './acquire/inputs.ts';

export interface InputsToCompare {
  /** One document or page each, or the pages of a directory. */
  before: Input[];
  after: Input[];
  /** The packages' current versions, by name. */
  versions: Record<string, string>;
}

export async function compareInputs(inputs: InputsToCompare): Promise<ComparedSources> {
  return await compareSources(sourceOf(inputs.before), sourceOf(inputs.after), inputs.versions);
}

function sourceOf(inputs: Input[]): Source {
  const { document, bytes } = acquire(inputs);
  return { name: inputs[0]?.name ?? 'the source', document, sha256: sha256(bytes) };
}
