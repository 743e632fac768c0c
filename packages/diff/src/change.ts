// What a comparison of two documents finds: changes, each with its severity for someone who compiles against our packages.
import type { Kind } from './policy.ts';

/** From the least to the most; a release takes the highest in it. */
export const SEVERITIES = ['none', 'fix', 'feature', 'breaking'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** `types`: both versions generated and checked by the TypeScript compiler. `document`: the rules of kinds.ts. */
export type Referee = 'types' | 'document';

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
  referees: Referee[];
  /** The field from the operation's point of view (`filters.contact_types[]`, `query.limit`); empty for the operation itself. */
  field: string;
  /** The detail without the field. */
  words: string;
}

/** A change that only one of the two referees saw though both should: a rule is missing. */
export interface Disagreement {
  operation: string | null;
  direction: Direction | null;
  /** Which referee saw it, and what it said. */
  referee: Referee;
  detail: string;
}

export interface Verdict {
  severity: Severity;
  /** In the order of operations, breaking first within each. */
  changes: Change[];
  disagreements: Disagreement[];
}

export function highest(severities: Iterable<Severity>): Severity {
  let top: Severity = 'none';
  for (const severity of severities) {
    if (SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(top)) top = severity;
  }
  return top;
}
