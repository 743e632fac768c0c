// Compares two array types: lists by their item, tuples item by item.
import ts from 'typescript';
import { type Fact, refusal, type TypeComparison, type TypePair } from './facts.ts';

export function compareArrays(checker: ts.TypeChecker, before: ts.Type, after: ts.Type): TypeComparison {
  const itemsOf = (type: ts.Type) => checker.getTypeArguments(type as ts.TypeReference);
  const [old, now] = [itemsOf(before), itemsOf(after)];
  const [wasTuple, isTuple] = [checker.isTupleType(before), checker.isTupleType(after)];
  const flags = flagsOf(isTuple ? after : before);
  const isRest = (index: number) => ((flags[index] ?? 0) & ts.ElementFlags.Rest) !== 0;
  const at = (index: number) => ((isTuple || wasTuple) && !isRest(index) ? `[${index}]` : '[]');
  if (wasTuple === isTuple && String(flagsOf(before)) === String(flagsOf(after))) {
    return { found: [], inner: now.map((item, index) => pair(at(index), old[index], item)) };
  }
  const found = assignability(checker, before, after);
  if (wasTuple && isTuple) return { found, inner: [] };
  // Each item of a tuple against what stood, or stands, for all items.
  const inner = isTuple
    ? now.map((item, index) => pair(at(index), old[0], item))
    : old.map((item, index) => pair(at(index), item, now[0]));
  return { found, inner };
}

/** Of each element of a tuple: required, optional, or all the rest; none for a list. */
function flagsOf(type: ts.Type): readonly ts.ElementFlags[] {
  const { target } = type as ts.TupleTypeReference;
  return target.elementFlags ?? [];
}

function pair(path: string, before: ts.Type | undefined, after: ts.Type | undefined): TypePair {
  return { path, before: before as ts.Type, after: after as ts.Type };
}

function assignability(checker: ts.TypeChecker, before: ts.Type, after: ts.Type): Fact[] {
  const found: Fact[] = [];
  if (!checker.isTypeAssignableTo(before, after)) {
    found.push({ fact: 'narrower', path: '', words: refusal(checker, before, after) });
  }
  if (!checker.isTypeAssignableTo(after, before)) {
    found.push({ fact: 'wider', path: '', words: refusal(checker, after, before) });
  }
  return found;
}
