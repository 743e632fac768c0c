// Which object of an old union is which of the new one, by tags and names.
import type ts from 'typescript';

export interface MatchedObjects {
  pairs: [ts.Type, ts.Type][];
  removed: ts.Type[];
  added: ts.Type[];
}

export function matchObjects(
  checker: ts.TypeChecker,
  old: readonly ts.Type[],
  now: readonly ts.Type[],
): MatchedObjects {
  const pairs: [ts.Type, ts.Type][] = [];
  let removed = [...old];
  let added = [...now];
  for (const test of TESTS) {
    removed = removed.filter((one) => {
      const counterpart = added.find((other) => test(checker, one, other));
      if (!counterpart) return true;
      added = added.filter((other) => other !== counterpart);
      pairs.push([one, counterpart]);
      return false;
    });
  }
  const [one, ...others] = removed;
  const [other, ...more] = added;
  // The only object on either side is the same one, however much it changed.
  if (one && other && old.length === 1 && now.length === 1) {
    return { pairs: [[one, other]], removed: others, added: more };
  }
  return { pairs, removed, added };
}

type Test = (checker: ts.TypeChecker, one: ts.Type, other: ts.Type) => boolean;

const TESTS: Test[] = [
  (checker, one, other) => checker.typeToString(one) === checker.typeToString(other),
  (checker, one, other) => {
    const tag = tagOf(checker, one);
    return tag !== undefined && tag === tagOf(checker, other);
  },
  (checker, one, other) => !tagsDiffer(checker, one, other) && overlap(one, other) === 1,
  (checker, one, other) => !tagsDiffer(checker, one, other) && overlap(one, other) >= 0.5,
];

function tagsDiffer(checker: ts.TypeChecker, one: ts.Type, other: ts.Type): boolean {
  const [old, now] = [tagOf(checker, one), tagOf(checker, other)];
  return old !== undefined && now !== undefined && old !== now;
}

/** A property with a literal type tells objects apart: `type: "a"`. */
function tagOf(checker: ts.TypeChecker, type: ts.Type): string | undefined {
  for (const symbol of type.getProperties()) {
    const value = checker.getTypeOfSymbol(symbol);
    if (value.isLiteral()) return `${symbol.name}=${checker.typeToString(value)}`;
  }
  return undefined;
}

/** The share of names in common; two objects without names are the same sort of thing. */
function overlap(one: ts.Type, other: ts.Type): number {
  const names = new Set(other.getProperties().map(({ name }) => name));
  const own = one.getProperties();
  const most = Math.max(names.size, own.length);
  return most === 0 ? 1 : own.filter(({ name }) => names.has(name)).length / most;
}
