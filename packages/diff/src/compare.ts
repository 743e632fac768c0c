// Compares two documents as spec:diff is given them.
import type { Hit, OpenApiDocument } from '@agentsource/openapi/document';
import { PipelineError, UnreadableError } from '@agentsource/openapi/errors';
import { danglingReference } from '@agentsource/openapi/references';
import { respell } from '@agentsource/openapi/respell';
import type { Verdict } from './change.ts';
import { judge, saysTheSame } from './judge.ts';
import { releasesOf } from './releases.ts';
import type { Comparison } from './report/json.ts';

/** A document as it was read, and what to call it in messages. */
export interface Source {
  name: string;
  /** Of the bytes that were read. */
  sha256: string;
  document: OpenApiDocument;
}

/** A document as it is compared, and what was respelled in it. */
export interface Prepared extends Source {
  hits: Hit[];
}

export interface ComparedSources {
  comparison: Comparison;
  /** As they were compared. */
  before: OpenApiDocument;
  after: OpenApiDocument;
}

/**
 * @param versions The packages' current versions, by name, which the bumps depend on.
 * @throws UnreadableError when no types can be made from one of the two.
 */
export async function compareSources(
  before: Prepared,
  after: Prepared,
  versions: Record<string, string>,
): Promise<ComparedSources> {
  const verdict = await judgeOrRefuse(before, after);
  const comparison: Comparison = {
    from: identityOf(before),
    to: identityOf(after),
    verdict,
    normalised: after.hits,
    releases: releasesOf(verdict.severity, versions),
    changeset: null,
  };
  return { comparison, before: before.document, after: after.document };
}

function identityOf({ document, sha256 }: Source): Comparison['to'] {
  return { version: document.info.version, sha256 };
}

/** Without our overlays, and with all its examples: only respelled. */
export function asItIs(source: Source): Prepared {
  return { ...source, ...respell(source.document, source.name) };
}

function refuseDangling({ document, name }: Prepared): void {
  const dangling = danglingReference(document);
  if (!dangling) return;
  throw new UnreadableError(
    `${name}: the reference ${dangling.reference} at ${dangling.pointer} leads nowhere`,
  );
}

/** A document against itself is nothing, whatever is wrong with it. */
async function judgeOrRefuse(before: Prepared, after: Prepared): Promise<Verdict> {
  if (!saysTheSame(before.document, after.document)) for (const one of [before, after]) refuseDangling(one);
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
async function refuseIndigestible({ name, document }: Prepared): Promise<void> {
  const { generateOpenApiTypes } = await import('@agentsource/codegen/openapi-types');
  const { problemsOf } = await import('@agentsource/openapi/validate');
  try {
    generateOpenApiTypes(document);
  } catch (error) {
    const [problem] = await problemsOf(document);
    const reason = problem ? `${problem.pointer}: ${problem.message}` : (error as Error).message;
    throw new UnreadableError(`${name}: not a valid OpenAPI document: ${reason}`);
  }
}
