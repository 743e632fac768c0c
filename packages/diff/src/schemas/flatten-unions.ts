// Unions of unions are one union, and a union of nothing but constants is an enum.
import { isObject, type JsonObject } from '@agentsource/openapi/json';
import { canonical } from '../words.ts';
import type { Merged } from './merge.ts';
import type { Place } from './place.ts';
import type { Union, View, Viewer } from './view.ts';

/** What flattening decides; all else stays as it was merged. */
type Flattened = Pick<View, 'types' | 'values' | 'annotations' | 'union'>;

export function flattenUnions(merged: Merged, place: Place, viewer: Viewer): Flattened {
  const { types, values, annotations, properties } = merged;
  const whole: Flattened = { types, values, annotations, union: undefined };
  const union = unionOf(merged, place);
  if (!union) return whole;
  const alternatives = withoutRedundant(
    union.alternatives.flatMap((one) => flat(one, viewer)),
    viewer,
  );
  const views = alternatives.map(viewer);
  // An alternative that takes anything makes the union say nothing.
  if (views.some(({ any }) => any)) return whole;
  if (views.every((view) => view.values && !view.union)) return enumOf(views, annotations);
  // Properties beside a union hold for each of its alternatives.
  return { ...whole, types: properties.size === 0 ? [] : types, union: { ...union, alternatives } };
}

function unionOf({ unions, types, values }: Merged, place: Place): Union | undefined {
  const [first] = unions;
  if (first) {
    return { alternatives: first.branches, exclusive: unions.some(({ keyword }) => keyword === 'oneOf') };
  }
  // `type: [string, integer]` is an `anyOf` of the two.
  if (types.length < 2 || values) return undefined;
  const schema = isObject(place.schema) ? place.schema : {};
  const alternatives = types.map((type) => ({
    schema: { ...schema, type },
    pointer: place.pointer,
    part: type,
  }));
  return { alternatives, exclusive: false };
}

function flat(alternative: Place, viewer: Viewer): readonly Place[] {
  const { union, properties } = viewer(alternative);
  return union && properties.size === 0 ? union.alternatives : [alternative];
}

/** Leaves out what another alternative includes: said twice, or one value of a type that is taken whole. */
function withoutRedundant(alternatives: readonly Place[], viewer: Viewer): Place[] {
  const whole = alternatives
    .map(viewer)
    .filter(({ values, union }) => !values && !union)
    .map(({ types }) => types.join());
  const seen = new Set<string>();
  return alternatives.filter((alternative) => {
    const { values, types } = viewer(alternative);
    const key = canonical(alternative.schema) + (alternative.part ?? '');
    if (seen.has(key) || (values && whole.includes(types.join()))) return false;
    seen.add(key);
    return true;
  });
}

/** What is said about single values is kept, as documentation. */
function enumOf(views: readonly View[], annotations: JsonObject): Flattened {
  const told = views.filter((view) => Object.keys(view.annotations).length > 0);
  const alternatives = told.map((view) => [[...(view.values ?? [])], view.annotations]);
  return {
    types: [...new Set(views.flatMap(({ types }) => types))],
    values: views.flatMap(({ values }) => values ?? []),
    annotations: told.length === 0 ? annotations : { ...annotations, alternatives },
    union: undefined,
  };
}
