// Where the vendored pages contradict the document: every JSON and cURL example against the page's own operation.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { composeSpec } from '@agentsource/openapi/build';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { PipelineError } from '@agentsource/openapi/errors';
import { fencedOperation } from '@agentsource/openapi/read';
import { createSchemaValidator } from '@agentsource/openapi/schema-validator';
import { readSources } from '@agentsource/openapi/sources';
import { type Acknowledgement, readAcknowledged } from './acknowledged.ts';
import { type Contradiction, checkExample } from './check.ts';
import { examplesOfPage } from './examples.ts';
import { operationAt } from './operation.ts';

interface Drift extends Contradiction {
  /** Relative to spec/pages/. */
  page: string;
  /** Where the example starts in the page. */
  line: number;
  operation: string;
  /** Why it is known and stands; null for one that nobody has acknowledged. */
  acknowledged: string | null;
}

export interface DriftReport {
  drifts: Drift[];
  /** Entries of spec/drift.yaml whose contradiction no longer occurs. */
  obsolete: Acknowledgement[];
}

export interface PagesToCheck {
  specDirectory: string;
  /** What is built from it. */
  document: OpenApiDocument;
}

export async function findDrift(specDirectory: string): Promise<DriftReport> {
  const { document } = await composeSpec(specDirectory);
  return driftOf({ specDirectory, document });
}

export function driftOf({ specDirectory, document }: PagesToCheck): DriftReport {
  const pages = readSources(specDirectory)
    .vendored.filter(({ file }) => file.startsWith('pages/'))
    .map(({ file }) => ({ page: basename(file), text: readFileSync(join(specDirectory, file), 'utf8') }));
  return sortOut(
    pages.flatMap(({ page, text }) => driftOfPage(page, text, document)),
    readAcknowledged(specDirectory),
  );
}

type Found = Omit<Drift, 'acknowledged'>;

function driftOfPage(page: string, text: string, document: OpenApiDocument): Found[] {
  const { method, path } = fencedOperation(text, `spec/pages/${page}`);
  const operation = operationAt(document, method, path);
  if (!operation) {
    throw new PipelineError(
      `spec/pages/${page}: its fence is of ${method} ${path}, which the document does not have`,
    );
  }
  const validator = createSchemaValidator(document);
  return examplesOfPage(text).flatMap((example) =>
    checkExample(example, operation, validator).map((contradiction) => ({
      page,
      line: example.line,
      operation: operation.name,
      ...contradiction,
    })),
  );
}

function sortOut(found: readonly Found[], acknowledged: readonly Acknowledgement[]): DriftReport {
  const isOf = (entry: Acknowledgement) => (drift: Found) => isSameContradiction(entry, drift);
  return {
    drifts: found.map((drift) => ({
      ...drift,
      acknowledged: acknowledged.find((entry) => isOf(entry)(drift))?.reason ?? null,
    })),
    obsolete: acknowledged.filter((entry) => !found.some(isOf(entry))),
  };
}

type Place = Pick<Drift, 'page' | 'direction' | 'problem'>;

export function isSameContradiction(one: Place, other: Place): boolean {
  return one.page === other.page && one.direction === other.direction && one.problem === other.problem;
}
