// What a comparator says before the two are combined: what changed, and where in which operation.
import { type Field, isSuccess } from './field.ts';
import type { Kind, TypeFact } from './policy.ts';
import type { Side } from './rulings.ts';

export interface Location {
  /** Null for the document as a whole. */
  operation: string | null;
  side: Side;
  field: Field;
}

export interface DocumentFinding extends Location {
  kind: Kind;
  /** In a body that types don't describe: text, bytes. */
  isUntyped?: boolean;
  pointer: string;
  words: string;
}

export interface TypesFinding extends Location {
  /** It may be about any field of the operation on this side. */
  anywhere?: boolean;
  /** A name that went to another, or came from one, which had it first: no rule speaks of these. */
  isShifted?: boolean;
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
