// What the compiler says about two types, and in which words.
import type ts from 'typescript';
import type { Compared } from '../expand.ts';
import type { TypeFact } from '../policy.ts';

export interface Fact {
  fact: TypeFact;
  /** From the two types compared, `.name`; empty for themselves. */
  path: string;
  /** The compiler's own. */
  words: string;
}

/** Two inner types that are to be compared next. */
export interface TypePair {
  path: string;
  before: ts.Type;
  after: ts.Type;
  /** The property that tells the two apart from others, and the values of it that they are compared for. */
  tag?: Tag;
}

export interface Tag {
  name: string;
  old: readonly string[];
  now: readonly string[];
}

export type TypeComparison = Compared<Fact, TypePair>;

/** That one type can't be assigned to another. */
export function refusal(checker: ts.TypeChecker, from: ts.Type, to: ts.Type): string {
  return `Type '${textOf(checker, from)}' is not assignable to type '${textOf(checker, to)}'.`;
}

export function textOf(checker: ts.TypeChecker, type: ts.Type): string {
  const text = checker.typeToString(type);
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
