// Which object of an old union is which of the new one, by tags and names.
import type ts from 'typescript';
import { type Matched, matchByNames, matchByTests, type Named } from '../matching.ts';

export function matchObjects(
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
  for (const symbol of type.getProperties()) {
    const value = checker.getTypeOfSymbol(symbol);
    if (value.isLiteral()) return `${symbol.name}=${checker.typeToString(value)}`;
  }
  return undefined;
}
