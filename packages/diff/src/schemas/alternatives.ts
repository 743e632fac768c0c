// Which alternative of the old union is which of the new one.
import { isObject } from '@agentsource/openapi/json';
import { type Matched, matchByNames, matchByTests, type Named } from '../matching.ts';
import { canonical } from '../words.ts';
import type { View } from './view.ts';

export function matchAlternatives(before: readonly View[], after: readonly View[]): Matched<View, View> {
  const known = matchByTests(before, after, TESTS);
  const isObjectType = ({ types }: View) => types[0] === 'object';
  const rest = matchByNames(
    known.removed.filter(isObjectType).map(named),
    known.added.filter(isObjectType).map(named),
  );
  const others = (views: readonly View[]) => views.filter((view) => !isObjectType(view));
  return {
    pairs: [...known.pairs, ...rest.pairs.map(([one, other]): [View, View] => [one.item, other.item])],
    removed: [...others(known.removed), ...rest.removed.map(({ item }) => item)],
    added: [...others(known.added), ...rest.added.map(({ item }) => item)],
  };
}

const TESTS: ((before: View, after: View) => boolean)[] = [
  (before, after) => referenceOf(before) !== undefined && referenceOf(before) === referenceOf(after),
  (before, after) => canonical(before.place.schema) === canonical(after.place.schema),
  (before, after) => tagOf(before) !== undefined && tagOf(before) === tagOf(after),
  (before, after) => sameScalar(before, after) && Boolean(before.values) === Boolean(after.values),
  sameScalar,
  (before, after) => isNumber(before) && isNumber(after),
  (before, after) => before.types[0] === 'array' && after.types[0] === 'array',
];

function named(view: View): Named<View> {
  return { item: view, names: [...view.properties.keys()], tag: tagOf(view) };
}

function referenceOf({ place }: View): unknown {
  return isObject(place.schema) ? place.schema.$ref : undefined;
}

/** A property with one value tells objects apart: `type: "a"`. */
function tagOf({ properties }: View): string | undefined {
  for (const [name, { schema }] of properties) {
    if (!isObject(schema)) continue;
    const values = schema.const !== undefined ? [schema.const] : schema.enum;
    if (Array.isArray(values) && values.length === 1) return `${name}=${canonical(values)}`;
  }
  return undefined;
}

function sameScalar(before: View, after: View): boolean {
  return isScalar(before) && isScalar(after) && before.types[0] === after.types[0];
}

function isScalar({ types }: View): boolean {
  return types.length === 1 && types[0] !== 'object' && types[0] !== 'array';
}

function isNumber({ types }: View): boolean {
  return types.length === 1 && (types[0] === 'integer' || types[0] === 'number');
}
