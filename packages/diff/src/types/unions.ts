// The objects of two unions: those that are one are compared next; of those that came or went, what the compiler still accepts.
import type ts from 'typescript';
import { segment } from '../field.ts';
import { type Fact, refusal, type TypeComparison, type TypePair } from './facts.ts';
import { type MatchedObjects, matchObjects } from './match-objects.ts';

export interface ComparedObjects {
  comparison: TypeComparison;
  /** How many the other union doesn't accept. */
  gone: number;
  added: number;
}

/** Two unions, and the objects among their members. */
export interface Unions {
  before: ts.Type;
  after: ts.Type;
  old: readonly ts.Type[];
  now: readonly ts.Type[];
}

export function compareUnionObjects(checker: ts.TypeChecker, unions: Unions): ComparedObjects {
  const { before, after, old, now } = unions;
  const objects = matchObjects(checker, old, now);
  const isAccepted = (type: ts.Type, by: ts.Type) => checker.isTypeAssignableTo(type, by);
  // Assignability alone says nothing of keys that no object has any more.
  const gone = objects.removed.filter((type) => !isAccepted(type, after) || newKeys([type], now).length > 0);
  const accepted = objects.added.filter((type) => isAccepted(type, before));
  const gained = newKeys(accepted, old).map((name): Fact => {
    const words = `Property '${name}' does not exist on type '${checker.typeToString(before)}'.`;
    return { fact: 'key-gained', path: segment(name), words };
  });
  const found = [...lostValues(checker, objects, after), ...gained];
  return {
    gone: gone.length,
    added: objects.added.length - accepted.length,
    comparison: { found, inner: pairsOf(objects) },
  };
}

function pairsOf({ pairs, tag: name }: MatchedObjects): TypePair[] {
  return pairs.map(({ old, now, only }) => ({
    path: '',
    before: old,
    after: now,
    ...(only && name !== undefined ? { tag: { name, ...only } } : {}),
  }));
}

function lostValues(checker: ts.TypeChecker, { lost, tag = '' }: MatchedObjects, after: ts.Type): Fact[] {
  return lost.map(({ item }) => ({
    fact: 'narrower',
    path: segment(tag),
    words: refusal(checker, item, after),
  }));
}

/** Keys that some have, and none of the others. */
function newKeys(types: readonly ts.Type[], others: readonly ts.Type[]): string[] {
  const known = new Set(others.flatMap((type) => type.getProperties().map(({ name }) => name)));
  const names = new Set(types.flatMap((type) => type.getProperties().map(({ name }) => name)));
  return [...names].filter((name) => !known.has(name));
}
