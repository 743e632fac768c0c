// What comparing two schemas yields.
import type { Compared } from '../expand.ts';
import type { Kind } from '../policy.ts';
import type { Place } from './place.ts';
import type { View } from './view.ts';

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
}

export type SchemaComparison = Compared<SchemaChange, SchemaPair>;

/** Where a keyword is written, in the new schema if it has it, in the old one otherwise. */
export function originOf(keyword: string, before: View, after: View): string {
  return after.origin.get(keyword) ?? before.origin.get(keyword) ?? after.home;
}
