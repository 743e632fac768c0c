// What spec:diff compares: two sources as they were read, or as this clone builds them.
import {
  asItIs,
  type ComparedSources,
  compareSources,
  type Prepared,
  type Source,
} from '@agentsource/diff/compare';
import { sha256 } from '@agentsource/openapi/hash';
import { acquire } from './acquire/acquire.ts';
import type { Input } from './acquire/inputs.ts';

export interface InputsToCompare {
  /** One document or page each, or the pages of a directory. */
  before: Input[];
  after: Input[];
  /** The packages' current versions, by name. */
  versions: Record<string, string>;
  /** Whether the documents are asked for too: they are large. */
  givesDocuments: boolean;
  /** The folder whose overlays are applied to both; undefined to compare them as they are. */
  spec: string | undefined;
}

export interface ComparedInputs extends Pick<ComparedSources, 'comparison'> {
  /** As they were compared. */
  documents: Omit<ComparedSources, 'comparison'> | undefined;
}

export async function compareInputs({
  before,
  after,
  versions,
  givesDocuments,
  spec,
}: InputsToCompare): Promise<ComparedInputs> {
  const prepared = (inputs: Input[]) =>
    spec === undefined ? asItIs(sourceOf(inputs)) : buildOf(sourceOf(inputs), spec);
  const { comparison, ...documents } = await compareSources(
    await prepared(before),
    await prepared(after),
    versions,
  );
  return { comparison, documents: givesDocuments ? documents : undefined };
}

function sourceOf(inputs: Input[]): Source {
  const { document, bytes } = acquire(inputs);
  return { name: inputs[0]?.name ?? 'the source', document, sha256: sha256(bytes) };
}

/** What an overlay no longer has to say of it is set aside, as in a bump. Loads what validates only where it is asked for. */
async function buildOf(source: Source, spec: string): Promise<Prepared> {
  const { readOverlays } = await import('@agentsource/openapi/build');
  const { prepare } = await import('./bump/prepare.ts');
  const { document, hits } = await prepare(source.document, readOverlays(spec), source.name);
  return { ...source, document, hits };
}
