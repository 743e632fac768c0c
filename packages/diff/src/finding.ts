// What a comparator says before the two are combined: what changed, and where in which operation.
import { type Field, isSuccess } from './field.ts';
import type { Kind, Side, TypeFact } from './policy.ts';

export interface Location {
  /** Null for the document as a whole. */
  operation: string | null;
  side: Side;
  field: Field;
}

export interface DocumentFinding extends Location {
  kind: Kind;
  pointer: string;
  words: string;
}

export interface TypesFinding extends Location {
  /** What the compiler saw: around a type the kind itself, within it no more than a fact. */
  saw: Kind | TypeFact;
  pointer: string;
  /** The compiler's own words where it has any. */
  words: string;
}

/** Where a response of this status stands. */
export function responseSide(status: string): Side {
  return isSuccess(status) ? 'response' : 'error';
}
