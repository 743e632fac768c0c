// Which alternative of the old union is which of the new one.
import { isObject } from '../../../document/openapi.ts';
import { canonical } from '../../words.ts';
import type { Place } from './place.ts';
import type { View, Viewer } from './view.ts';

export interface Matching {
  pairs: [Place, Place][];
  removed: Place[];
  added: Place[];
}

/** Decides whether two alternatives are one; tried in order, over all that are still unmatched. */
type Test = (before: View, after: View) => boolean;

const TESTS: Test[] = [
  (before, after) => referenceOf(before) !== undefined && referenceOf(before) === referenceOf(after),
  (before, after) => canonical(before.place.schema) === canonical(after.place.schema),
  (before, after) => tagOf(before) !== undefined && tagOf(before) === tagOf(after),
  (before, after) => sameScalar(before, after) && Boolean(before.values) === Boolean(after.values),
  sameScalar,
  (before, after) => isNumber(before) && isNumber(after),
  (before, after) => before.types[0] === 'array' && after.types[0] === 'array',
  (before, after) => isMap(before) && isMap(after),
  (before, after) => !tagsDiffer(before, after) && sameNames(before, after),
  (before, after) => !tagsDiffer(before, after) && shareNames(before, after),
];

interface Alternatives {
  places: readonly Place[];
  viewer: Viewer;
}

export function matchAlternatives(before: Alternatives, after: Alternatives): Matching {
  let removed = [...before.places];
  let added = [...after.places];
  const pairs: [Place, Place][] = [];
  for (const test of TESTS) {
    removed = removed.filter((old) => {
      const counterpart = added.find((now) => test(before.viewer(old), after.viewer(now)));
      if (!counterpart) return true;
      added = added.filter((other) => other !== counterpart);
      pairs.push([old, counterpart]);
      return false;
    });
  }
  pairOnlyObjects(before, after, { pairs, removed, added });
  return { pairs, removed, added };
}

/** The only object on either side is the same one, however much it changed. */
function pairOnlyObjects(
  before: Alternatives,
  after: Alternatives,
  { pairs, removed, added }: Matching,
): void {
  const only = ({ places, viewer }: Alternatives): Place | undefined => {
    const [first, ...more] = places.filter((place) => viewer(place).types[0] === 'object');
    return more.length === 0 ? first : undefined;
  };
  const [old, now] = [only(before), only(after)];
  if (!old || !now || !removed.includes(old) || !added.includes(now)) return;
  removed.splice(removed.indexOf(old), 1);
  added.splice(added.indexOf(now), 1);
  pairs.push([old, now]);
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

function isScalar({ types }: View): boolean {
  return types.length === 1 && types[0] !== 'object' && types[0] !== 'array';
}

function sameScalar(before: View, after: View): boolean {
  return isScalar(before) && isScalar(after) && before.types[0] === after.types[0];
}

function isNumber({ types }: View): boolean {
  return types.length === 1 && (types[0] === 'integer' || types[0] === 'number');
}

function isMap({ types, properties }: View): boolean {
  return types[0] === 'object' && properties.size === 0;
}

function tagsDiffer(before: View, after: View): boolean {
  const [old, now] = [tagOf(before), tagOf(after)];
  return old !== undefined && now !== undefined && old !== now;
}

function sameNames(before: View, after: View): boolean {
  return before.properties.size > 0 && namesOf(before) === namesOf(after);
}

/** Objects that have at least half of their names in common are one object that changed. */
function shareNames(before: View, after: View): boolean {
  const common = [...before.properties.keys()].filter((name) => after.properties.has(name)).length;
  return common > 0 && common * 2 >= Math.max(before.properties.size, after.properties.size);
}

function namesOf({ properties }: View): string {
  return canonical([...properties.keys()].sort());
}
