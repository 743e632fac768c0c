// Everything that is done with a document before a bump lands, for many documents one after the other, in one process.
import { performance } from 'node:perf_hooks';
import { generateTypesPackage } from '@agentsource/codegen/generate';
import { renderRequestValidators } from '@agentsource/codegen/validators';
import { judge } from '@agentsource/diff/judge';
import { releasesOf } from '@agentsource/diff/releases';
import { renderReport } from '@agentsource/diff/report';
import { buildDocument } from '@agentsource/openapi/build';
import { PipelineError } from '@agentsource/openapi/errors';
import { parseOpenApi } from '@agentsource/openapi/read';
import type { HostileDocument } from '@agentsource/openapi/testing/hostile';

export interface Outcome {
  name: string;
  milliseconds: number;
  /** Why it was refused, by whom. */
  refusal?: { message: string; isOurs: boolean };
  /** What was made of it. */
  generated?: string[];
  report?: string;
}

export async function workOn({
  base,
  documents,
}: {
  base: string;
  documents: HostileDocument[];
}): Promise<Outcome[]> {
  const before = (await buildDocument(parseOpenApi(base, 'base'), [], 'base')).document;
  const outcomes: Outcome[] = [];
  for (const { name, text } of documents) {
    const started = performance.now();
    const outcome = await outcomeOf(before, text).catch((error: Error) => ({
      refusal: { message: error.message, isOurs: error instanceof PipelineError },
    }));
    outcomes.push({ name, milliseconds: performance.now() - started, ...outcome });
  }
  return outcomes;
}

async function outcomeOf(before: Parameters<typeof judge>[0], text: string): Promise<Partial<Outcome>> {
  const { document, hits, sha256 } = await buildDocument(parseOpenApi(text, 'page.md'), [], 'page.md');
  const verdict = await judge(before, document);
  const files = generateTypesPackage(document, sha256);
  const report = renderReport({
    from: { version: '1.0.0', sha256 },
    to: { version: document.info.version, sha256 },
    verdict,
    normalised: hits,
    releases: releasesOf(verdict.severity, {}),
    changeset: null,
  });
  return { generated: [...files.map(([, code]) => code), renderRequestValidators(document)], report };
}
