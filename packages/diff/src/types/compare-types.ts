// Compares two types as the compiler sees them, key by key: assignability alone misses a removed optional property.
import ts from 'typescript';
import { createExpander, joined } from '../expand.ts';
import { matchByTests } from '../matching.ts';
import type { TypeFact } from '../policy.ts';
import { compareArrays } from './arrays.ts';
import { type Fact, refusal, type TypeComparison, type TypePair } from './facts.ts';
import { matchObjects } from './match-objects.ts';
import { compareObjects } from './objects.ts';

export type TypeComparator = (before: ts.Type, after: ts.Type) => Fact[];

/** A comparator that looks at each pair of types once, however many operations reach it. */
export function createTypeComparator(checker: ts.TypeChecker): TypeComparator {
  const ids = new Map<ts.Type, number>();
  const idOf = (type: ts.Type) => {
    const id = ids.get(type) ?? ids.size;
    ids.set(type, id);
    return id;
  };
  const expand = createExpander<Fact, TypePair>(
    ({ before, after }) => `${idOf(before)} ${idOf(after)}`,
    ({ before, after }) => compareHere(checker, before, after),
  );
  return (before, after) => expand({ path: '', before, after });
}

function compareHere(checker: ts.TypeChecker, before: ts.Type, after: ts.Type): TypeComparison {
  if (isUnknown(before) || isUnknown(after)) return compareUnknown(checker, before, after);
  const [old, now] = [membersOf(checker, before), membersOf(checker, after)];
  const arrays = matchByTests(old.arrays, now.arrays, [() => true]);
  const objects = matchObjects(checker, old.objects, now.objects);
  const gone =
    uncovered(checker, old.scalars, now.scalars).length + arrays.removed.length + objects.removed.length;
  const added =
    uncovered(checker, now.scalars, old.scalars).length + arrays.added.length + objects.added.length;
  const found: Fact[] = [];
  const tell = (fact: TypeFact, from: ts.Type, to: ts.Type) =>
    found.push({ fact, path: '', words: refusal(checker, from, to) });
  if (gone > 0) tell('narrower', before, after);
  if (added > 0) tell('wider', after, before);
  if (gone === old.count && added === now.count && gone + added > 0) tell('replaced', before, after);
  return joined<Fact, TypePair>(
    { found, inner: [] },
    ...arrays.pairs.map(([one, other]) => compareArrays(checker, one, other)),
    ...objects.pairs.map(([one, other]) => compareObjects(checker, one, other)),
  );
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
  const isObject = ({ flags }: ts.Type) => (flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
  const arrays = all.filter(isArray);
  const objects = all.filter((member) => isObject(member) && !isArray(member));
  const scalars = all.filter((member) => !isObject(member));
  return { scalars, arrays, objects, count: all.length };
}

function uncovered(checker: ts.TypeChecker, from: readonly ts.Type[], by: readonly ts.Type[]): ts.Type[] {
  return from.filter((type) => !by.some((other) => checker.isTypeAssignableTo(type, other)));
}
