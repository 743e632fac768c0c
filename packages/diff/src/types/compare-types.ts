// Compares two types as the compiler sees them, key by key: assignability alone misses a removed optional property.
import ts from 'typescript';
import { createExpander, joined } from '../expand.ts';
import { matchByTests } from '../matching.ts';
import type { TypeFact } from '../policy.ts';
import { compareArrays } from './arrays.ts';
import { type Fact, refusal, type TypeComparison, type TypePair } from './facts.ts';
import { isOptional } from './keys.ts';
import { compareObjects } from './objects.ts';
import { type ComparedObjects, compareUnionObjects, type Unions } from './unions.ts';

export type TypeComparator = (before: ts.Type, after: ts.Type) => Fact[];

/** A comparator that looks at each pair of types once, however many operations reach it. */
export function createTypeComparator(checker: ts.TypeChecker): TypeComparator {
  const ids = new Map<ts.Type, number>();
  const idOf = (type: ts.Type) => {
    const id = ids.get(type) ?? ids.size;
    ids.set(type, id);
    return id;
  };
  const expand = createExpander<Fact, TypePair>({
    keyOf: ({ before, after, tag }) => `${idOf(before)} ${idOf(after)}${tag ? JSON.stringify(tag) : ''}`,
    compare: (pair) => compareHere(checker, pair),
  });
  return (before, after) => expand({ path: '', before, after });
}

function compareHere(checker: ts.TypeChecker, { before, after, tag }: TypePair): TypeComparison {
  if (before === after && !tag) return { found: [], inner: [] };
  if (isUnknown(before) || isUnknown(after)) return compareUnknown(checker, before, after);
  if (tag) return compareObjects(checker, { path: '', before, after, tag });
  const [old, now] = [membersOf(checker, before), membersOf(checker, after)];
  const arrays = matchByTests(old.arrays, now.arrays, [() => true]);
  const objects = compareMemberObjects(checker, { before, after, old: old.objects, now: now.objects });
  const gone = uncovered(checker, old.scalars, now.scalars).length + arrays.removed.length + objects.gone;
  const added = uncovered(checker, now.scalars, old.scalars).length + arrays.added.length + objects.added;
  const found: Fact[] = [];
  const tell = (fact: TypeFact, from: ts.Type, to: ts.Type) =>
    found.push({ fact, path: '', words: refusal(checker, from, to) });
  if (gone > 0) tell('narrower', before, after);
  if (added > 0) tell('wider', after, before);
  const isOther = gone === old.count && added === now.count;
  if (isOther && gone > 0 && added > 0) tell('replaced', before, after);
  return joined<Fact, TypePair>(
    { found, inner: [] },
    ...arrays.pairs.map(([one, other]) =>
      isAlone({ before, after }, one, other)
        ? compareArrays(checker, one, other)
        : { found: [], inner: [{ path: '', before: one, after: other }] },
    ),
    objects.comparison,
  );
}

/** One object on either side is the same one. */
function compareMemberObjects(checker: ts.TypeChecker, unions: Unions): ComparedObjects {
  const { old, now } = unions;
  const [one, other] = [old[0], now[0]];
  if (!one || !other || old.length > 1 || now.length > 1) return compareUnionObjects(checker, unions);
  const pair = { path: '', before: one, after: other };
  const comparison = isAlone(unions, one, other)
    ? compareObjects(checker, pair)
    : { found: [], inner: [pair] };
  return { comparison, gone: 0, added: 0 };
}

/** Whether the two are all there is; else they are a pair of their own, which is compared once wherever it stands. */
function isAlone(pair: { before: ts.Type; after: ts.Type }, one: ts.Type, other: ts.Type): boolean {
  return one === pair.before && other === pair.after;
}

function isUnknown({ flags }: ts.Type): boolean {
  return (flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) !== 0;
}

function compareUnknown(checker: ts.TypeChecker, before: ts.Type, after: ts.Type): TypeComparison {
  if (isUnknown(before) && isUnknown(after)) return { found: [], inner: [] };
  const fact = isUnknown(after) ? 'wider' : 'narrower';
  return { found: [{ fact, path: '', words: refusal(checker, before, after) }], inner: [] };
}

/** A union's members by sort; undefined is the property's matter. */
interface Members {
  scalars: ts.Type[];
  arrays: ts.Type[];
  objects: ts.Type[];
  count: number;
}

function membersOf(checker: ts.TypeChecker, type: ts.Type): Members {
  const all = (type.isUnion() ? type.types : [type]).filter(
    ({ flags }) => !(flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Never)),
  );
  const isArray = (member: ts.Type) => checker.isArrayType(member) || checker.isTupleType(member);
  // What is a text, or a list, and an object at once is nothing; it has their methods for keys.
  const isObject = (member: ts.Type): boolean =>
    member.isIntersection()
      ? member.types.every(isObject)
      : (member.flags & ts.TypeFlags.Object) !== 0 && !isArray(member);
  const arrays = all.filter(isArray);
  const objects = withoutDoubles(checker, all.filter(isObject));
  const scalars = all.filter((member) => !isObject(member) && !isArray(member));
  return { scalars, arrays, objects, count: scalars.length + arrays.length + objects.length };
}

/** The compiler keeps two objects that are one but for where they are written. */
function withoutDoubles(checker: ts.TypeChecker, objects: readonly ts.Type[]): ts.Type[] {
  const namesOf = (type: ts.Type) =>
    type
      .getProperties()
      .map((symbol) => `${symbol.name}${isOptional(symbol) ? '?' : ''}`)
      .join();
  const kept: ts.Type[] = [];
  for (const [, alike] of Map.groupBy(objects, namesOf)) {
    const distinct: ts.Type[] = [];
    for (const one of alike) {
      const isDouble = distinct.some(
        (other) => checker.isTypeAssignableTo(one, other) && checker.isTypeAssignableTo(other, one),
      );
      if (!isDouble) distinct.push(one);
    }
    kept.push(...distinct);
  }
  return kept;
}

function uncovered(checker: ts.TypeChecker, from: readonly ts.Type[], by: readonly ts.Type[]): ts.Type[] {
  return from.filter((type) => !by.some((other) => checker.isTypeAssignableTo(type, other)));
}
