// One row of the severity rules as a pair of documents or schemas, and what the verdict on them has to be.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { Json, JsonObject } from '@agentsource/openapi/json';
import type { Change, Comparator } from '../../src/change.ts';
import type { Kind } from '../../src/policy.ts';
import type { Side } from '../../testing/documents.ts';

export type Mark = 'B†' | 'B' | 'F†' | 'F' | 'X†' | 'X' | '-';

/** A change of a schema, tried in a request, in a response and in an error. */
export interface SchemaRule {
  row: string;
  kind: Kind;
  before: Json;
  after: Json;
  /** In a request and in a response; in brackets in an error, where that differs. */
  marks: `${Mark} ${Mark}` | `${Mark} ${Mark} (${Mark})`;
  /** The compiler can't see it, at all or on these sides. */
  documentOnly?: boolean | readonly Side[];
  components?: JsonObject;
}

export const text = { type: 'string' };
export const count = { type: 'integer' };

/** A change of a whole document. */
export interface DocumentRule {
  row: string;
  mark: Mark;
  kind?: Kind;
  before: OpenApiDocument;
  after: OpenApiDocument;
  operation: string | null;
  direction: Change['direction'];
  comparators: Comparator[];
}

export const BOTH: Comparator[] = ['types', 'document'];
export const DOCUMENT: Comparator[] = ['document'];

export type Where = Partial<Pick<DocumentRule, 'operation' | 'direction' | 'comparators'>>;

export function rule(given: Omit<DocumentRule, keyof Where> & Where): DocumentRule {
  return { operation: 'POST /things', direction: 'request', comparators: BOTH, ...given };
}

interface Both extends Where {
  rows: [there: string, back: string];
  marks: [there: Mark, back: Mark];
  kinds: [there: Kind, back: Kind];
  before: OpenApiDocument;
  after: OpenApiDocument;
}

/** The same change read in both orders. */
export function both({ rows, marks, kinds, before, after, ...where }: Both): DocumentRule[] {
  return [
    rule({ row: rows[0], mark: marks[0], kind: kinds[0], before, after, ...where }),
    rule({ row: rows[1], mark: marks[1], kind: kinds[1], before: after, after: before, ...where }),
  ];
}
