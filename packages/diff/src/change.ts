// What a comparison of two documents finds: changes, each with its severity for someone who compiles against our packages.
import type { Kind } from './policy.ts';
import type { Severity } from './severity.ts';

/** `types`: both versions generated and checked by the TypeScript compiler. `document`: schemas compared by meaning. */
export type Comparator = 'types' | 'document';

export type Direction = 'request' | 'response';

export interface Change {
  severity: Exclude<Severity, 'none'>;
  /** The service itself became stricter for callers already deployed. */
  wireBreaking: boolean;
  /** `POST /v1/things` as the newer document spells it; null when the change is of the document as a whole. */
  operation: string | null;
  direction: Direction | null;
  kind: Kind;
  /** JSON Pointer into the new document; for a removal into the old one. */
  pointer: string;
  /** Where and what, in one line: `field: old → new`. */
  detail: string;
  /** Which of the two saw it. */
  comparators: Comparator[];
  /** The field from the operation's point of view (`filters.contact_types[]`, `query.limit`); empty for the operation itself. */
  field: string;
  /** The detail without the field. */
  words: string;
}

/** A change that only one of the two comparators saw though both should: a rule is missing. */
export interface Disagreement {
  operation: string | null;
  direction: Direction | null;
  /** Which one saw it. */
  comparator: Comparator;
  /** What it said. */
  detail: string;
}

export interface Verdict {
  severity: Severity;
  /** In the order of operations, breaking first within each. */
  changes: Change[];
  disagreements: Disagreement[];
}
