// Which object of an old union is which of the new one, by tags and names; and which values moved from one to another.
import type ts from 'typescript';
import { type Matched, matchByNames, matchByTests, type Named } from '../matching.ts';
import { asMatched, type Regrouped, regroup } from '../moved-values.ts';

/** What became of the objects of a union. */
export interface MatchedObjects extends Regrouped<ts.Type, ts.Type> {
  /** The property that tells them apart, where there is one. */
  tag: string | undefined;
}

export function matchObjects(
  checker: ts.TypeChecker,
  old: readonly ts.Type[],
  now: readonly ts.Type[],
): MatchedObjects {
  const matched = match(checker, old, now);
  const tag = old.length + now.length > 2 ? tagNameOf(checker, old, now) : undefined;
  if (tag === undefined) return { ...asMatched(matched), tag };
  const valuesOf = (type: ts.Type) => tagValues(checker, type, tag);
  return { ...regroup(matched, { old: valuesOf, now: valuesOf }), tag };
}

function match(
  checker: ts.TypeChecker,
  old: readonly ts.Type[],
  now: readonly ts.Type[],
): Matched<ts.Type, ts.Type> {
  const named = (type: ts.Type): Named<ts.Type> => ({
    item: type,
    names: type.getProperties().map(({ name }) => name),
    tag: tagOf(checker, type),
  });
  const known = matchByTests(old.map(named), now.map(named), [
    (one, other) => checker.typeToString(one.item) === checker.typeToString(other.item),
    (one, other) => one.tag !== undefined && one.tag === other.tag,
  ]);
  const rest = matchByNames(known.removed, known.added);
  return {
    pairs: [...known.pairs, ...rest.pairs].map(([one, other]) => [one.item, other.item]),
    removed: rest.removed.map(({ item }) => item),
    added: rest.added.map(({ item }) => item),
  };
}

/** A property with a literal type tells objects apart: `type: "a"`. */
function tagOf(checker: ts.TypeChecker, type: ts.Type): string | undefined {
  for (const { name } of type.getProperties()) {
    const values = tagValues(checker, type, name);
    if (values?.length === 1) return `${name}=${values[0]}`;
  }
  return undefined;
}

/** The property that every object has, with values that no other of the same union has. */
function tagNameOf(checker: ts.TypeChecker, old: readonly ts.Type[], now: readonly ts.Type[]) {
  const all = [...old, ...now];
  const isDistinct = (name: string, types: readonly ts.Type[]) => {
    const values = types.flatMap((type) => tagValues(checker, type, name) ?? []);
    return new Set(values).size === values.length;
  };
  return all[0]
    ?.getProperties()
    .map(({ name }) => name)
    .find(
      (name) =>
        all.every((type) => (tagValues(checker, type, name)?.length ?? 0) > 0) &&
        isDistinct(name, old) &&
        isDistinct(name, now),
    );
}

/** The literals that a property may be; undefined where it may be anything else. */
function tagValues(checker: ts.TypeChecker, type: ts.Type, name: string): readonly string[] | undefined {
  const symbol = type.getProperty(name);
  if (!symbol) return undefined;
  const value = checker.getNonNullableType(checker.getTypeOfSymbol(symbol));
  const members = value.isUnion() ? value.types : [value];
  return members.every((member) => member.isLiteral())
    ? members.map((member) => checker.typeToString(member))
    : undefined;
}
