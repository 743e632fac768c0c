// Compares two object types, property by property, and what they say of all other keys.
import ts from 'typescript';
import { joined } from '../expand.ts';
import { segment } from '../field.ts';
import { type Fact, refusal, type Tag, type TypeComparison, type TypePair, textOf } from './facts.ts';
import { isOptional } from './keys.ts';

export function compareObjects(checker: ts.TypeChecker, pair: TypePair): TypeComparison {
  return joined(compareProperties(checker, pair), compareIndexes(checker, pair));
}

function compareProperties(checker: ts.TypeChecker, { before, after, tag }: TypePair): TypeComparison {
  const [old, now] = [propertiesOf(before), propertiesOf(after)];
  const found: Fact[] = [];
  const inner: TypePair[] = [];
  const missing = (name: string, type: ts.Type) =>
    `Property '${name}' does not exist on type '${textOf(checker, type)}'.`;
  for (const [name, symbol] of old) {
    const counterpart = now.get(name);
    const path = segment(name);
    if (!counterpart) {
      found.push({ fact: 'key-lost', path, words: missing(name, after) });
      continue;
    }
    const [was, is] = [isOptional(symbol), isOptional(counterpart)];
    if (was !== is) {
      const words = `Property '${name}' is optional in one version but required in the other.`;
      found.push({ fact: is ? 'became-optional' : 'became-required', path, words });
    }
    const [one, other] = [checker.getTypeOfSymbol(symbol), checker.getTypeOfSymbol(counterpart)];
    if (tag?.name === name) found.push(...compareTags(checker, tag, { path, before: one, after: other }));
    else inner.push({ path, before: one, after: other });
  }
  for (const [name, symbol] of now) {
    if (old.has(name)) continue;
    const fact = isOptional(symbol) ? 'key-gained' : 'required-key-gained';
    found.push({ fact, path: segment(name), words: missing(name, before) });
  }
  return { found, inner };
}

/** The values that are compared here; the others moved, and are compared elsewhere. */
function compareTags(checker: ts.TypeChecker, { old, now }: Tag, { path, before, after }: TypePair): Fact[] {
  const facts: Fact[] = [];
  if (old.some((value) => !now.includes(value))) {
    facts.push({ fact: 'narrower', path, words: refusal(checker, before, after) });
  }
  if (now.some((value) => !old.includes(value))) {
    facts.push({ fact: 'wider', path, words: refusal(checker, after, before) });
  }
  return facts;
}

function propertiesOf(type: ts.Type): Map<string, ts.Symbol> {
  return new Map(type.getProperties().map((symbol) => [symbol.name, symbol]));
}

function compareIndexes(checker: ts.TypeChecker, { before, after }: TypePair): TypeComparison {
  const [old, now] = [indexOf(checker, before), indexOf(checker, after)];
  if (old && now) return { found: [], inner: [{ path: '.*', before: old, after: now }] };
  if (!old && !now) return { found: [], inner: [] };
  const without = old ? after : before;
  const words = `Index signature for type 'string' is missing in type '${textOf(checker, without)}'.`;
  return { found: [{ fact: old ? 'index-lost' : 'index-gained', path: '', words }], inner: [] };
}

/** The type of keys that are not named; `never` refuses them, which is having none. */
function indexOf(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  const value = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  return value && !(value.flags & ts.TypeFlags.Never) ? value : undefined;
}
