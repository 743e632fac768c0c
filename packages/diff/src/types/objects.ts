// Compares two object types, property by property, and what they say of all other keys.
import ts from 'typescript';
import { joined } from '../expand.ts';
import { segment } from '../field.ts';
import { type Fact, type TypeComparison, type TypePair, textOf } from './facts.ts';
import { isOptional } from './keys.ts';

export function compareObjects(checker: ts.TypeChecker, before: ts.Type, after: ts.Type): TypeComparison {
  return joined(compareProperties(checker, before, after), compareIndexes(checker, before, after));
}

function compareProperties(checker: ts.TypeChecker, before: ts.Type, after: ts.Type): TypeComparison {
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
    inner.push({ path, before: one, after: other });
  }
  for (const [name, symbol] of now) {
    if (old.has(name)) continue;
    const fact = isOptional(symbol) ? 'key-gained' : 'required-key-gained';
    found.push({ fact, path: segment(name), words: missing(name, before) });
  }
  return { found, inner };
}

function propertiesOf(type: ts.Type): Map<string, ts.Symbol> {
  return new Map(type.getProperties().map((symbol) => [symbol.name, symbol]));
}

function compareIndexes(checker: ts.TypeChecker, before: ts.Type, after: ts.Type): TypeComparison {
  const [old, now] = [indexOf(checker, before), indexOf(checker, after)];
  if (old && now) return { found: [], inner: [{ path: '.*', before: old, after: now }] };
  if (!old && !now) return { found: [], inner: [] };
  const without = old ? after : before;
  const words = `Index signature for type 'string' is missing in type '${textOf(checker, without)}'.`;
  return { found: [{ fact: old ? 'key-lost' : 'index-gained', path: '', words }], inner: [] };
}

/** The type of keys that are not named; `never` refuses them, which is having none. */
function indexOf(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  const value = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  return value && !(value.flags & ts.TypeFlags.Never) ? value : undefined;
}
