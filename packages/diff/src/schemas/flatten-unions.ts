// Unions of unions are one union, and a union of nothing but constants is an enum.
import type { Json } from '@agentsource/openapi/json';
import { canonical } from '../words.ts';
import { schemaAt } from './boolean-schemas.ts';
import type { Merged } from './merge.ts';
import { bothNullable } from './parts.ts';
import type { Place } from './place.ts';
import type { Union, View, Viewer } from './view.ts';

/** What flattening decides; all else stays as it was merged. */
type Flattened = Pick<View, 'types' | 'values' | 'annotations' | 'unions' | 'conditions'> &
  Pick<Merged, 'nullable'>;

export function flattenUnions(merged: Merged, place: Place, viewer: Viewer): Flattened {
  const { types, values, annotations, nullable } = merged;
  const whole: Flattened = { types, values, annotations, nullable, unions: [], conditions: [] };
  return unionsOf(merged, place).reduce((known, union) => withUnion(known, union, merged, viewer), whole);
}

interface UnionToFlatten extends Union {
  withNull: boolean | undefined;
}

function withUnion(known: Flattened, union: UnionToFlatten, merged: Merged, viewer: Viewer): Flattened {
  const { exclusive } = union;
  const all = union.alternatives.flatMap((one) => flat(one, viewer));
  const alternatives = withoutRedundant(
    all.filter((one) => viewer(one).types[0] !== 'never'),
    viewer,
  );
  const views = alternatives.map(viewer);
  const withNull =
    union.withNull === undefined
      ? undefined
      : union.withNull || union.alternatives.some((one) => viewer(one).nullable);
  const whole = { ...known, nullable: bothNullable(known.nullable, withNull) };
  if (alternatives.length === 0) return { ...whole, types: ['never'] };
  // An alternative that takes anything makes the union say nothing; what only restricts takes null as well.
  if (views.some(isSilent)) return known;
  if (views.every(({ any }) => any)) {
    return { ...known, conditions: [...known.conditions, { alternatives, exclusive }] };
  }
  if (views.every((view) => view.values && view.unions.length === 0)) return withEnum(whole, views);
  // Properties beside a union hold for each of its alternatives.
  const types = merged.properties.size === 0 ? [] : known.types;
  return { ...whole, types, unions: [...known.unions, { alternatives, exclusive }] };
}

/** The unions that are written, and `type: [string, integer]`, which is an `anyOf` of the two. */
function unionsOf({ unions, types, values }: Merged, place: Place): UnionToFlatten[] {
  const written = unions.map(({ keyword, branches, withNull }) => {
    return { alternatives: branches, exclusive: keyword === 'oneOf', withNull };
  });
  if (written.length > 0 || types.length < 2 || values) return written;
  const schema = schemaAt(place);
  const alternatives = types.map((type) => ({
    schema: { ...schema, type },
    pointer: place.pointer,
    part: type,
  }));
  return [{ alternatives, exclusive: false, withNull: undefined }];
}

function isSilent({ any, required, constraints, conditional, conditions }: View): boolean {
  return (
    any && required.size === 0 && constraints.size === 0 && conditional.size === 0 && conditions.length === 0
  );
}

function flat(alternative: Place, viewer: Viewer): readonly Place[] {
  const { unions, properties } = viewer(alternative);
  const [only, ...more] = unions;
  return only && more.length === 0 && properties.size === 0 ? only.alternatives : [alternative];
}

/** Leaves out what another alternative includes: said twice, or one value of a type that is taken whole. */
function withoutRedundant(alternatives: readonly Place[], viewer: Viewer): Place[] {
  const whole = alternatives
    .map(viewer)
    .filter(({ values, unions }) => !values && unions.length === 0)
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
function withEnum(whole: Flattened, views: readonly View[]): Flattened {
  const told = views.filter(({ annotations }) => annotations.size > 0);
  const about = told.map(({ values, annotations, home }) => {
    const texts = [...annotations].map(([keyword, said]): Json => [keyword, said.map(({ value }) => value)]);
    return { value: [[...(values ?? [])], texts], pointer: home };
  });
  const values = views.flatMap((view) => view.values ?? []);
  const before = whole.values && new Set(whole.values.map(canonical));
  return {
    ...whole,
    types: [...new Set(views.flatMap(({ types }) => types))],
    values: before ? values.filter((value) => before.has(canonical(value))) : values,
    annotations:
      told.length === 0 ? whole.annotations : new Map([...whole.annotations, ['alternatives', about]]),
  };
}
