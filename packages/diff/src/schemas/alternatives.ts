// Which alternative of the old union is which of the new one, and which values moved from one to another.
import { isObject } from '@agentsource/openapi/json';
import { type Matched, matchByNames, matchByTests, type Named } from '../matching.ts';
import { asMatched, type Regrouped, regroup } from '../moved-values.ts';
import { canonical } from '../words.ts';
import type { SchemaContext } from './changes.ts';
import type { View } from './view.ts';

/** What became of alternatives of one sort, among which values may have moved. */
export interface Alternatives extends Regrouped<View, View> {
  /** The property that tells them apart; empty where it is the value itself, undefined where nothing does. */
  tag: string | undefined;
}

const SORTS = ['object', 'constant', 'other'] as const;
type Sort = (typeof SORTS)[number];

export function matchAlternatives(
  before: readonly View[],
  after: readonly View[],
  context: SchemaContext,
): Alternatives[] {
  const { pairs, removed, added } = match(before, after, context);
  return SORTS.map((sort) => {
    const group = {
      pairs: pairs.filter(([old, now]) => (sortOf(old) === sortOf(now) ? sortOf(old) : 'other') === sort),
      removed: removed.filter((view) => sortOf(view) === sort),
      added: added.filter((view) => sortOf(view) === sort),
    };
    const tag = { object: tagNameOf(group, context), constant: '', other: undefined }[sort];
    if (tag === undefined) return { ...asMatched(group), tag };
    const valuesOf = (view: View) => tagValues(view, tag);
    return { ...regroup(group, { old: valuesOf, now: valuesOf }), tag };
  });
}

function sortOf(view: View): Sort {
  if (isObjectType(view)) return 'object';
  return view.values && view.unions.length === 0 ? 'constant' : 'other';
}

function match(before: readonly View[], after: readonly View[], context: SchemaContext): Matched<View, View> {
  const known = matchByTests(before, after, testsIn(context));
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

function testsIn({ isSame, renamed }: SchemaContext): ((before: View, after: View) => boolean)[] {
  return [
    (before, after) => referenceOf(before) !== undefined && referenceOf(before) === referenceOf(after),
    (before, after) => renamed.has(before.home) && renamed.get(before.home) === after.home,
    (before, after) => isSame(before.place, after.place),
    (before, after) => canonical(before.place.schema) === canonical(after.place.schema),
    (before, after) => tagOf(before) !== undefined && tagOf(before) === tagOf(after),
    (before, after) => sameScalar(before, after) && Boolean(before.values) === Boolean(after.values),
    sameScalar,
    (before, after) => isNumber(before) && isNumber(after),
    (before, after) => before.types[0] === 'array' && after.types[0] === 'array',
  ];
}

function isObjectType({ types }: View): boolean {
  return types[0] === 'object';
}

function named(view: View): Named<View> {
  return { item: view, names: [...view.properties.keys()], tag: tagOf(view) };
}

function referenceOf({ place }: View): unknown {
  return isObject(place.schema) ? place.schema.$ref : undefined;
}

/** A property with one value tells objects apart: `type: "a"`. */
function tagOf(view: View): string | undefined {
  for (const name of view.properties.keys()) {
    const values = tagValues(view, name);
    if (values?.length === 1) return `${name}=${values[0]}`;
  }
  return undefined;
}

/** The property that each alternative which is not what it was has, with values that no other has. */
function tagNameOf({ pairs, removed, added }: Matched<View, View>, { isSame }: SchemaContext) {
  // One alone has none to be told apart from.
  if (pairs.length + Math.max(removed.length, added.length) < 2) return undefined;
  const changed = pairs.filter(([old, now]) => !isSame(old.place, now.place));
  const all = [...removed, ...added, ...changed.flat()];
  const isDistinct = (name: string, views: readonly View[]) => {
    const values = views.flatMap((view) => tagValues(view, name) ?? []);
    return new Set(values).size === values.length;
  };
  return [...(all[0]?.properties.keys() ?? [])].find(
    (name) =>
      all.every((view) => (tagValues(view, name)?.length ?? 0) > 0) &&
      isDistinct(name, [...removed, ...pairs.map(([old]) => old)]) &&
      isDistinct(name, [...added, ...pairs.map(([, now]) => now)]),
  );
}

/** As texts, so that equal ones are equal. */
function tagValues(view: View, name: string): readonly string[] | undefined {
  const property = view.properties.get(name);
  const values = name === '' ? view.values : property && view.viewer(property).values;
  return values?.map(canonical);
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
