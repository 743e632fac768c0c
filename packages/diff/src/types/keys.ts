// The keys of an object type, as the generator writes them.
import ts from 'typescript';

export interface Key {
  type: ts.Type;
  /** Whether it may be left out. */
  optional: boolean;
}

/** By name; `?: never` is how the generator says that there is none. */
export function keysOf(checker: ts.TypeChecker, type: ts.Type | undefined): Map<string, Key> {
  const keys = new Map<string, Key>();
  if (!type) return keys;
  for (const symbol of checker.getNonNullableType(type).getProperties()) {
    const optional = isOptional(symbol);
    const value = checker.getTypeOfSymbol(symbol);
    const inner = optional ? checker.getNonNullableType(value) : value;
    const isNone = optional && (inner.flags & ts.TypeFlags.Never) !== 0;
    if (!isNone) keys.set(symbol.name, { type: value, optional });
  }
  return keys;
}

export function isOptional({ flags }: ts.Symbol): boolean {
  return (flags & ts.SymbolFlags.Optional) !== 0;
}
