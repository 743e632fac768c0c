// One row of the severity rules as a pair of documents, and what the verdict on them has to be.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { Change, Referee } from '../../src/change.ts';
import type { Kind } from '../../src/policy.ts';
import type { Mark } from './schemas.ts';

export interface DocumentRule {
  row: string;
  mark: Mark;
  kind?: Kind;
  before: OpenApiDocument;
  after: OpenApiDocument;
  operation: string | null;
  direction: Change['direction'];
  referees: Referee[];
}

export const text = { type: 'string' };
export const BOTH: Referee[] = ['types', 'document'];
export const DOCUMENT: Referee[] = ['document'];

export type Where = Partial<Pick<DocumentRule, 'operation' | 'direction' | 'referees'>>;

export function rule(
  row: string,
  mark: Mark,
  kind: Kind | undefined,
  before: OpenApiDocument,
  after: OpenApiDocument,
  where: Where = {},
): DocumentRule {
  return {
    row,
    mark,
    before,
    after,
    operation: 'POST /things',
    direction: 'request',
    referees: BOTH,
    ...(kind === undefined ? {} : { kind }),
    ...where,
  };
}

/** The same change read in both orders. */
export function both(
  rows: [string, string],
  marks: [Mark, Mark],
  kinds: [Kind, Kind],
  one: OpenApiDocument,
  other: OpenApiDocument,
  where: Where = {},
): DocumentRule[] {
  return [
    rule(rows[0], marks[0], kinds[0], one, other, where),
    rule(rows[1], marks[1], kinds[1], other, one, where),
  ];
}
