// What a schema means, whatever its spelling: the form in which two schemas are compared.
import type { Merged } from './merge.ts';
import type { Place } from './place.ts';

export interface View extends Omit<Merged, 'unions' | 'nullable'> {
  readonly place: Place;
  /** No statement about the value at all. */
  readonly any: boolean;
  readonly nullable: boolean;
  /** The types that are named, of a union too, whose alternatives say it better. */
  readonly named: readonly string[];
  /** All of them have to hold; most schemas have none or one. */
  readonly unions: readonly Union[];
  /** Unions whose alternatives only restrict what is described beside them: `anyOf: [{ required: [a] }, …]`. */
  readonly conditions: readonly Union[];
  /** The views of other places of the same document. */
  readonly viewer: Viewer;
}

/** Two or more alternatives, none of them null, a union or an enum's value. */
export interface Union {
  readonly alternatives: readonly Place[];
  /** `oneOf`, not `anyOf`. */
  readonly exclusive: boolean;
}

export type Viewer = (place: Place) => View;
