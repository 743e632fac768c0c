// Makes the views of one document's schemas, each once: merge, infer the type, flatten the unions.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { get } from '@agentsource/openapi/pointer';
import { isNever } from './boolean-schemas.ts';
import { flattenUnions } from './flatten-unions.ts';
import { inferType } from './infer-type.ts';
import { type Discriminators, type Merged, merge } from './merge.ts';
import { partsOf } from './parts.ts';
import { keyOf, loneReference, type Place } from './place.ts';
import type { View, Viewer } from './view.ts';

/** @param told What the document's discriminators say of its components. */
export function createViewer(document: OpenApiDocument, told: Discriminators): Viewer {
  const known = new Map<string, View>();
  const viewer: Viewer = (place) => {
    const key = keyOf(place);
    const made = known.get(key);
    if (made) return made;
    // A union that is its own alternative ends here.
    known.set(key, emptyView(place, viewer));
    const view =
      loneReference(place) === undefined
        ? makeView({ document, told, viewer }, place)
        : { ...viewer(target(document, place)), place };
    known.set(key, view);
    return view;
  };
  return viewer;
}

/** A lone reference is its target, so that the target is compared once whoever refers to it. */
export function target(document: OpenApiDocument, place: Place): Place {
  let found = place;
  for (const seen = new Set<string>(); ; ) {
    const reference = loneReference(found);
    if (reference === undefined || seen.has(reference)) return found;
    seen.add(reference);
    found = { schema: get(document, reference) ?? {}, pointer: reference.replace(/^#/, '') };
  }
}

interface Maker {
  document: OpenApiDocument;
  told: Discriminators;
  viewer: Viewer;
}

function makeView({ document, told, viewer }: Maker, place: Place): View {
  const parts = partsOf(document, place);
  // Beside what accepts nothing, nothing else counts.
  const isNothing = parts.parts.some(({ schema }) => isNever(schema));
  const merged = withoutContradiction(merge(isNothing ? { ...parts, unions: [] } : parts, place, told));
  const typed = { ...merged, types: inferType(merged) };
  const flattened = { ...typed, ...flattenUnions(typed, place, viewer) };
  const { types, values, unions, nullable, additional } = flattened;
  const any = types.length === 0 && !values && unions.length === 0;
  return {
    ...flattened,
    place,
    viewer,
    any,
    named: typed.types,
    // Anything, null included.
    nullable: nullable === true && !any && !isNothing,
    additional: isBareObject(flattened) ? 'any' : additional,
  };
}

/** Values that have nothing in common leave nothing. */
function withoutContradiction(merged: Merged): Merged {
  if (merged.values?.length !== 0) return merged;
  return { ...merged, values: undefined, types: [merged.nullable ? 'null' : 'never'] };
}

/** A mere `type: object` takes any properties. */
function isBareObject(view: Pick<View, 'types' | 'properties' | 'additional' | 'unions'>): boolean {
  const { types, properties, additional, unions } = view;
  const isSilent = properties.size === 0 && additional === 'unmentioned' && unions.length === 0;
  return types.join() === 'object' && isSilent;
}

function emptyView(place: Place, viewer: Viewer): View {
  const nothing = merge({ parts: [], unions: [], nullable: false }, place, new Map());
  return {
    ...nothing,
    covers: [place.pointer],
    place,
    viewer,
    any: false,
    named: [],
    nullable: false,
    unions: [],
    conditions: [],
  };
}
