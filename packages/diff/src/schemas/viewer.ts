// Makes the views of one document's schemas, each once: merge, infer the type, flatten the unions.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { flattenUnions } from './flatten-unions.ts';
import { inferType } from './infer-type.ts';
import { merge } from './merge.ts';
import { partsOf } from './parts.ts';
import { keyOf, type Place } from './place.ts';
import type { View, Viewer } from './view.ts';

export function createViewer(document: OpenApiDocument): Viewer {
  const known = new Map<string, View>();
  const viewer: Viewer = (place) => {
    const key = keyOf(place);
    const made = known.get(key);
    if (made) return made;
    // A union that is its own alternative ends here.
    known.set(key, emptyView(place, viewer));
    const view = makeView(document, place, viewer);
    known.set(key, view);
    return view;
  };
  return viewer;
}

function makeView(document: OpenApiDocument, place: Place, viewer: Viewer): View {
  const merged = merge(partsOf(document, place), place);
  const typed = { ...merged, types: inferType(merged) };
  const flattened = { ...typed, ...flattenUnions(typed, place, viewer) };
  const { types, values, union, nullable, additional } = flattened;
  const any = types.length === 0 && !values && !union;
  return {
    ...flattened,
    place,
    viewer,
    any,
    // Anything, null included.
    nullable: nullable && !any,
    additional: isBareObject(flattened) ? 'any' : additional,
  };
}

/** A mere `type: object` takes any properties. */
function isBareObject({
  types,
  properties,
  additional,
  union,
}: Omit<View, 'any' | 'place' | 'viewer'>): boolean {
  return types.join() === 'object' && properties.size === 0 && additional === 'unmentioned' && !union;
}

function emptyView(place: Place, viewer: Viewer): View {
  const nothing = merge({ parts: [], unions: [], nullable: false }, place);
  return { ...nothing, covers: [place.pointer], place, viewer, any: false, union: undefined };
}
