// A schema and where it stands, and the way to the schemas within it.

import { entriesOf, itemsOf, type Json } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';

export interface Place {
  schema: Json;
  pointer: string;
  /** One alternative cut out of a schema at the same pointer: which one. Null and documentation are the whole's matter. */
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
