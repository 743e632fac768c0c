// Compares two types as the compiler sees them, key by key: assignability alone misses a removed optional property.
import ts from 'typescript';
import { expand } from '../expand.ts';
import { segment } from '../finding.ts';
import { matchByTests } from '../matching.ts';
import type { Fact } from './facts.ts';
import { matchObjects } from './match-objects.ts';

interface TypePair {
  path: string;
  before: ts.Type;
  after: ts.Type;
}

interface Compared {
  facts: Fact[];
  inner: TypePair[];
}

export type TypeComparer = (before: ts.Type, after: ts.Type) => Fact[];

/** A comparer that looks at each pair of types once, however many operations reach it. */
export function createTypeComparer(checker: ts.TypeChecker): TypeComparer {
  const known = new Map<string, Compared>();
  const ids = new Map<ts.Type, number>();
  const idOf = (type: ts.Type) => {
    const id = ids.get(type) ?? ids.size;
    ids.set(type, id);
    return id;
  };
  const keyOf = ({ before, after }: TypePair) => `${idOf(before)} ${idOf(after)}`;
  const look = ({ before, after }: TypePair, key: string) => {
    const made = known.get(key) ?? compareHere(checker, before, after);
    known.set(key, made);
    return { found: made.facts, inner: made.inner };
  };
  return (before, after) => expand({ path: '', before, after }, keyOf, look);
}

function compareHere(checker: ts.TypeChecker, before: ts.Type, after: ts.Type): Compared {
  const result: Compared = { facts: [], inner: [] };
  const [old, now] = [membersOf(checker, before), membersOf(checker, after)];
  if (isUnknown(before) || isUnknown(after)) {
    const tell = (kind: Fact['kind']) =>
      result.facts.push({ kind, path: '', words: refusal(checker, before, after) });
    if (!isUnknown(after)) tell('narrower');
    if (!isUnknown(before)) tell('wider');
    return result;
  }
  const arrays = matchByTests(old.arrays, now.arrays, [() => true]);
  const objects = matchObjects(checker, old.objects, now.objects);
  const gone = [...uncovered(checker, old.scalars, now.scalars), ...arrays.removed, ...objects.removed];
  const added = [...uncovered(checker, now.scalars, old.scalars), ...arrays.added, ...objects.added];
  if (gone.length > 0)
    result.facts.push({ kind: 'narrower', path: '', words: refusal(checker, before, after) });
  if (added.length > 0)
    result.facts.push({ kind: 'wider', path: '', words: refusal(checker, after, before) });
  if (gone.length === old.count && added.length === now.count && gone.length + added.length > 0) {
    result.facts.push({ kind: 'replaced', path: '', words: refusal(checker, before, after) });
  }
  for (const [one, other] of arrays.pairs) compareArrays(checker, one, other, result);
  for (const [one, other] of objects.pairs) compareObjects(checker, one, other, result);
  return result;
}

interface Members {
  scalars: ts.Type[];
  arrays: ts.Type[];
  objects: ts.Type[];
  count: number;
}

/** A union's members by sort; undefined is the property's matter. */
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

function isUnknown({ flags }: ts.Type): boolean {
  return (flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) !== 0;
}

function uncovered(checker: ts.TypeChecker, from: readonly ts.Type[], by: readonly ts.Type[]): ts.Type[] {
  return from.filter((type) => !by.some((other) => checker.isTypeAssignableTo(type, other)));
}

function compareArrays(checker: ts.TypeChecker, before: ts.Type, after: ts.Type, result: Compared): void {
  const [old, now] = [before, after].map((type) => [...checker.getTypeArguments(type as ts.TypeReference)]);
  const tuples = [before, after].filter((type) => checker.isTupleType(type)).length;
  if (tuples === 1 || (tuples === 2 && old?.length !== now?.length)) {
    if (!checker.isTypeAssignableTo(before, after)) {
      result.facts.push({ kind: 'narrower', path: '', words: refusal(checker, before, after) });
    }
    if (!checker.isTypeAssignableTo(after, before)) {
      result.facts.push({ kind: 'wider', path: '', words: refusal(checker, after, before) });
    }
    if (tuples === 1) pairWithItems(checker, before, old ?? [], now ?? [], result);
    return;
  }
  for (const [index, item] of (now ?? []).entries()) {
    const path = tuples === 2 ? `[${index}]` : '[]';
    result.inner.push({ path, before: old?.[index] as ts.Type, after: item });
  }
}

/** Each item of a tuple against what stood, or stands, for all items. */
function pairWithItems(
  checker: ts.TypeChecker,
  before: ts.Type,
  old: readonly ts.Type[],
  now: readonly ts.Type[],
  { inner }: Compared,
): void {
  const [all, items] = checker.isTupleType(before) ? [now[0], old] : [old[0], now];
  for (const [index, item] of items.entries()) {
    const pair = items === now ? { before: all, after: item } : { before: item, after: all };
    inner.push({ path: `[${index}]`, before: pair.before as ts.Type, after: pair.after as ts.Type });
  }
}

function compareObjects(checker: ts.TypeChecker, before: ts.Type, after: ts.Type, result: Compared): void {
  const now = new Map(after.getProperties().map((symbol) => [symbol.name, symbol]));
  const old = new Map(before.getProperties().map((symbol) => [symbol.name, symbol]));
  for (const [name, symbol] of old) {
    const counterpart = now.get(name);
    const path = segment(name);
    if (!counterpart) {
      const words = `Property '${name}' does not exist on type '${textOf(checker, after)}'.`;
      result.facts.push({ kind: 'key-lost', path, words });
      continue;
    }
    const [was, is] = [isOptional(symbol), isOptional(counterpart)];
    if (was !== is) {
      const words = `Property '${name}' is optional in one version but required in the other.`;
      result.facts.push({ kind: is ? 'became-optional' : 'became-required', path, words });
    }
    const [one, other] = [checker.getTypeOfSymbol(symbol), checker.getTypeOfSymbol(counterpart)];
    result.inner.push({ path, before: one, after: other });
  }
  for (const [name, symbol] of now) {
    if (old.has(name)) continue;
    const kind = isOptional(symbol) ? 'key-gained' : 'required-key-gained';
    const words = `Property '${name}' does not exist on type '${textOf(checker, before)}'.`;
    result.facts.push({ kind, path: segment(name), words });
  }
  compareIndexes(checker, before, after, result);
}

function compareIndexes(checker: ts.TypeChecker, before: ts.Type, after: ts.Type, result: Compared): void {
  const [old, now] = [indexOf(checker, before), indexOf(checker, after)];
  if (old && now) result.inner.push({ path: '.*', before: old, after: now });
  else if (old) {
    const words = `Index signature for type 'string' is missing in type '${textOf(checker, after)}'.`;
    result.facts.push({ kind: 'key-lost', path: '', words });
  } else if (now) {
    const words = `Index signature for type 'string' is missing in type '${textOf(checker, before)}'.`;
    result.facts.push({ kind: 'index-gained', path: '', words });
  }
}

/** The type of keys that are not named; `never` refuses them, which is having none. */
function indexOf(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  const value = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  return value && !(value.flags & ts.TypeFlags.Never) ? value : undefined;
}

export function isOptional({ flags }: ts.Symbol): boolean {
  return (flags & ts.SymbolFlags.Optional) !== 0;
}

function refusal(checker: ts.TypeChecker, from: ts.Type, to: ts.Type): string {
  return `Type '${textOf(checker, from)}' is not assignable to type '${textOf(checker, to)}'.`;
}

function textOf(checker: ts.TypeChecker, type: ts.Type): string {
  const text = checker.typeToString(type);
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
