// Compares two sources as spec:diff is given them: acquire, normalise, judge.
import { type Acquisition, acquire } from '../acquire/acquire.ts';
import { sha256 } from '../document/build.ts';
import { normalise } from '../document/normalise/index.ts';
import { type Hit, type OpenApiDocument, PipelineError, UnreadableError } from '../document/openapi.ts';
import { danglingReference } from '../document/references.ts';
import { problemsOf } from '../document/validate.ts';
import { generateOpenApiTypes } from '../types/openapi-types.ts';
import type { Verdict } from './change.ts';
import type { Comparison, DocumentIdentity } from './json.ts';
import { judge } from './judge.ts';
import { releasesOf } from './releases.ts';

interface Source {
  name: string;
  identity: DocumentIdentity;
  document: OpenApiDocument;
  hits: Hit[];
}

export interface ComparedSources {
  comparison: Comparison;
  before: OpenApiDocument;
  after: OpenApiDocument;
}

/**
 * @param versions The packages' current versions, by name, which the bumps depend on.
 * @throws UnreadableError when one of the two can't be read, or no types can be made from it.
 */
export async function compareSources(
  before: string,
  after: string,
  versions: Record<string, string>,
): Promise<ComparedSources> {
  if (before === '-' && after === '-') throw new UnreadableError('only one of the two can be standard input');
  const [old, now] = [await readSource(before), await readSource(after)];
  const verdict = await judgeOrRefuse(old, now);
  const comparison: Comparison = {
    from: old.identity,
    to: now.identity,
    verdict,
    normalised: now.hits,
    releases: releasesOf(verdict.severity, versions),
    changeset: null,
  };
  return { comparison, before: old.document, after: now.document };
}

async function readSource(source: string): Promise<Source> {
  const acquired: Acquisition = await acquire([source]);
  const { document, hits } = normalise(acquired.document);
  const dangling = danglingReference(document);
  if (dangling) {
    throw new UnreadableError(
      `${source}: the reference ${dangling.reference} at ${dangling.pointer} leads nowhere`,
    );
  }
  const identity = { version: document.info.version, sha256: sha256(acquired.bytes) };
  return { name: source, identity, document, hits };
}

async function judgeOrRefuse(before: Source, after: Source): Promise<Verdict> {
  try {
    return await judge(before.document, after.document);
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    await refuseIndigestible(before);
    await refuseIndigestible(after);
    throw new UnreadableError(`${before.name} or ${after.name}: ${error.message}`);
  }
}

/** What the generator can't digest is no readable document; validation says why better than the generator does. */
async function refuseIndigestible({ name, document }: Source): Promise<void> {
  try {
    await generateOpenApiTypes(document);
  } catch (error) {
    const [problem] = await problemsOf(document);
    const reason = problem ? `${problem.pointer}: ${problem.message}` : (error as Error).message;
    throw new UnreadableError(`${name}: not a valid OpenAPI document: ${reason}`);
  }
}
