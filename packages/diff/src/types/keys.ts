// The keys of an object type, as the generator writes them.
import ts from 'typescript';

export interface Key {
  type: ts.Type;
  /** Whether it may be left out. */
  optional: boolean;
}

/** By name; those that nothing can be assigned to (`?: never`) are how the generator says "none". */
export function keysOf(checker: ts.TypeChecker, type: ts.Type | undefined): Map<string, Key> {
  const keys = new Map<string, Key>();
  if (!type) return keys;
  for (const symbol of checker.getNonNullableType(type).getProperties()) {
    const optional = isOptional(symbol);
    const value = checker.getTypeOfSymbol(symbol);
    const inner = optional ? checker.getNonNullableType(value) : value;
    if (checker.typeToString(inner) !== 'never') keys.set(symbol.name, { type: value, optional });
  }
  return keys;
}

export function isOptional({ flags }: ts.Symbol): boolean {
  return (flags & ts.SymbolFlags.Optional) !== 0;
}
