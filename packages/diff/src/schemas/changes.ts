// What comparing two schemas yields, and what it takes beside the two.
import type { Compared } from '../expand.ts';
import type { Kind } from '../policy.ts';
import type { Said } from './keywords.ts';
import type { Place } from './place.ts';

export interface SchemaChange {
  kind: Kind;
  /** The field below this schema that it is about, `.name`; empty for the schema itself. */
  path: string;
  pointer: string;
  words: string;
}

/** Two inner schemas that are to be compared next. */
export interface SchemaPair {
  path: string;
  before: Place;
  after: Place;
  /** The two are alternatives of a union: null is the union's matter. */
  isAlternative?: boolean;
  /** A value moved from one to the other: what the two say about themselves is not compared. */
  isMoved?: boolean;
}

export type SchemaComparison = Compared<SchemaChange, SchemaPair>;

/**
 * Which way a schema goes. `form`: in a request, as a multipart body, whose parts may be files; `both`: in what nothing reaches, so that
 * nobody knows.
 */
export type Direction = 'request' | 'form' | 'response' | 'both';

export interface SchemaContext {
  direction: Direction;
  /** Whether one says what the other says, and so does everything that they refer to. */
  isSame: (before: Place, after: Place) => boolean;
  /** The new place of an old component, where it has another name. */
  renamed: ReadonlyMap<string, string>;
}

export function only(...found: SchemaChange[]): SchemaComparison {
  return { found, inner: [] };
}

export const NOTHING: SchemaComparison = { found: [], inner: [] };

/** The first that is another one, or is new; of those that are gone, the first. */
export function firstDifference(
  before: readonly Said[],
  after: readonly Said[],
  keyOf: (said: Said) => string,
): Said | undefined {
  const [old, now] = [before.map(keyOf), after.map(keyOf)];
  return (
    after.find((_, index) => !old.includes(now[index] as string)) ??
    before.find((_, index) => !now.includes(old[index] as string))
  );
}
