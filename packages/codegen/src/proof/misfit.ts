// Whether a value of JSON fits a type: assignable, but for what the compiler adds to that, which would refuse values that a schema
// takes: an object has to share a key with a type all of whose keys are optional.
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import ts from 'typescript';

const { TypeFlags } = ts;

/** Where in the value, as a JSON Pointer, something does not fit, or undefined where all of it does. */
export function misfit(checker: ts.TypeChecker, value: Json, type: ts.Type, at = ''): string | undefined {
  if (type.flags & (TypeFlags.Any | TypeFlags.Unknown)) return undefined;
  if (type.isUnion()) {
    const misfits = type.types.map((one) => misfit(checker, value, one, at));
    // Of several ways not to fit, the one that goes deepest is the likeliest to be meant.
    return misfits.includes(undefined) ? undefined : misfits.reduce((one, other) => longer(one, other), at);
  }
  if (type.isIntersection()) return first(type.types, (one) => misfit(checker, value, one, at));
  if (checker.isTupleType(type)) return tupleMisfit(checker, value, type as ts.TupleTypeReference, at);
  if (checker.isArrayType(type)) {
    const [item] = checker.getTypeArguments(type as ts.TypeReference);
    if (!Array.isArray(value) || !item) return at;
    return first([...value.entries()], ([index, one]) => misfit(checker, one, item, child(at, index)));
  }
  if (type.flags & TypeFlags.Object) return objectMisfit(checker, value, type, at);
  return isScalar(checker, value, type) ? undefined : at;
}

function isScalar(checker: ts.TypeChecker, value: Json, type: ts.Type): boolean {
  if (type.isLiteral()) return value === type.value;
  if (type.flags & TypeFlags.BooleanLiteral)
    return String(value) === checker.typeToString(type) && typeof value === 'boolean';
  if (type.flags & TypeFlags.Null) return value === null;
  if (type.flags & TypeFlags.String) return typeof value === 'string';
  return (type.flags & TypeFlags.Number) !== 0 && typeof value === 'number';
}

function objectMisfit(checker: ts.TypeChecker, value: Json, type: ts.Type, at: string): string | undefined {
  const properties = checker.getPropertiesOfType(type);
  const others = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  // `{}` takes whatever is there.
  if (properties.length === 0 && !others) return value === null ? at : undefined;
  if (!isObject(value)) return at;
  const wrong = first(properties, (property) => {
    const inner = Object.hasOwn(value, property.name) ? value[property.name] : undefined;
    if (inner === undefined) return property.flags & ts.SymbolFlags.Optional ? undefined : at;
    return misfit(checker, inner, checker.getTypeOfSymbol(property), child(at, property.name));
  });
  if (wrong !== undefined || !others) return wrong;
  return first(Object.entries(value as JsonObject), ([key, inner]) =>
    misfit(checker, inner, others, child(at, key)),
  );
}

function tupleMisfit(
  checker: ts.TypeChecker,
  value: Json,
  type: ts.TupleTypeReference,
  at: string,
): string | undefined {
  const { elementFlags, minLength } = type.target;
  const items = checker.getTypeArguments(type);
  const hasRest = elementFlags.some((flag) => flag & ts.ElementFlags.Rest);
  if (!Array.isArray(value) || value.length < minLength || (!hasRest && value.length > items.length))
    return at;
  return first([...value.entries()], ([index, one]) =>
    misfit(checker, one, (items[index] ?? items.at(-1)) as ts.Type, child(at, index)),
  );
}

function first<T>(list: readonly T[], find: (one: T) => string | undefined): string | undefined {
  for (const one of list) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

function longer(one: string | undefined, other: string | undefined): string | undefined {
  return (other ?? '').length > (one ?? '').length ? other : one;
}
