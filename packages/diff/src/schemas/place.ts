// A schema and where it stands, and the way to the schemas within it.

import { entriesOf, isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';

export interface Place {
  schema: Json;
  pointer: string;
  /**
   * Something cut out of a schema at the same pointer: one of several types, or (from `=` on) some of its values. Null and
   * documentation are the whole's matter.
   */
  part?: string;
  /** A second place that holds at the same time: a property that two members of an `allOf` describe. */
  and?: Place;
}

export function keyOf({ pointer, part, and }: Place): string {
  return pointer + (part === undefined ? '' : `|${part}`) + (and === undefined ? '' : `&${keyOf(and)}`);
}

export function inner(place: Place, keyword: string, schema: Json): Place {
  return { schema, pointer: child(place.pointer, keyword) };
}

export function innerList(place: Place, keyword: string, schemas: Json | undefined): Place[] {
  const pointer = child(place.pointer, keyword);
  return itemsOf(schemas).map((schema, index) => ({ schema, pointer: child(pointer, index) }));
}

export function innerMap(place: Place, keyword: string, schemas: Json | undefined): [string, Place][] {
  const pointer = child(place.pointer, keyword);
  return entriesOf(schemas).map(([name, schema]) => [name, { schema, pointer: child(pointer, name) }]);
}

/** A place where both have to hold. */
export function both(one: Place, other: Place): Place {
  return { ...one, and: one.and ? both(one.and, other) : other };
}

/** A place that holds beside another and leaves only some of its values. */
export function restriction(pointer: string, schema: JsonObject, name: string): Place {
  return { schema, pointer, part: `=${name}` };
}

export function isRestriction({ part }: Place): boolean {
  return part?.startsWith('=') === true;
}

/** Leaves the values by which discriminators tell a component. */
export function discriminated(pointer: string, values: readonly string[]): Place {
  return restriction(pointer, { enum: [...values] }, DISCRIMINATOR);
}

export function isDiscriminator({ part }: Place): boolean {
  return part === `=${DISCRIMINATOR}`;
}

const DISCRIMINATOR = 'discriminator';

/** What a schema says beside its unions. */
export function besideUnions({ schema, pointer }: Place): Place {
  return { schema, pointer, part: BESIDE };
}

export function isBesideUnions({ part }: Place): boolean {
  return part === BESIDE;
}

const BESIDE = 'beside';

/** A schema that is nothing but a reference. */
export function loneReference({ schema, part, and }: Place): string | undefined {
  if (part !== undefined || and || !isObject(schema) || typeof schema.$ref !== 'string') return undefined;
  return Object.keys(schema).length === 1 ? schema.$ref : undefined;
}
