// Finds the calls of a code base that a change touches: paths, operation ids and exported names, by parsing alone.
import type { Change } from './change.ts';

/** A place in a code base that names an operation or a type of the document. */
export interface Use {
  /** Relative to the directory that was searched. */
  file: string;
  /** From 1. */
  line: number;
  /** What stands there: `client.POST('/v1/things')`, `AddThingsRequest`. */
  text: string;
  /** The changes that reach it. */
  changes: Change[];
}
