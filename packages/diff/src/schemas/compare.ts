// Compares two schemas by meaning: what changed right here, and which inner schemas are to be compared next.
import { joined } from '../expand.ts';
import { compareAnnotations } from './annotations.ts';
import type { SchemaChange, SchemaComparison } from './changes.ts';
import { compareConstraints } from './constraints.ts';
import { describe } from './describe.ts';
import { compareDiscriminators } from './discriminator.ts';
import { compareItems } from './items.ts';
import { compareObjects } from './objects.ts';
import { compareUnions } from './unions.ts';
import { compareValues } from './values.ts';
import type { View } from './view.ts';

/** @param isAlternative The two are alternatives of a union: null is the union's matter. */
export function compareSchemas(before: View, after: View, isAlternative: boolean): SchemaComparison {
  const isPart = before.place.part !== undefined || after.place.part !== undefined;
  const annotations = isPart ? [] : compareAnnotations(before, after);
  if (before.any !== after.any) return only([...annotations, compareAny(before, after)]);
  const nulls = isAlternative ? [] : compareNull(before, after);
  return joined(
    only([...annotations, ...nulls, ...compareDiscriminators(before, after)]),
    before.union || after.union ? compareAsUnions(before, after) : compareOneType(before, after),
  );
}

function only(found: SchemaChange[]): SchemaComparison {
  return { found, inner: [] };
}

function compareAny(before: View, after: View): SchemaChange {
  const kind = after.any ? 'stopped-being-typed' : 'became-typed';
  return { kind, path: '', pointer: after.home, words: `${describe(before)} → ${describe(after)}` };
}

function compareNull(before: View, after: View): SchemaChange[] {
  if (before.nullable === after.nullable) return [];
  const kind = after.nullable ? 'null-added' : 'null-removed';
  const words = after.nullable ? '`null` is allowed now' : '`null` is no longer allowed';
  return [{ kind, path: '', pointer: after.place.pointer, words }];
}

function compareAsUnions(before: View, after: View): SchemaComparison {
  const unions = compareUnions(before, after);
  // What stands beside the union, where both have it so.
  return before.union && after.union ? joined(unions, compareContents(before, after)) : unions;
}

function compareOneType(before: View, after: View): SchemaComparison {
  const [old, now] = [before.types.join(), after.types.join()];
  if (old === now) return compareContents(before, after);
  const words = `${describe(before)} → ${describe(after)}`;
  const changed = { path: '', pointer: after.home, words };
  if (old === 'integer' && now === 'number') {
    return joined(only([{ ...changed, kind: 'integer-to-number' }]), compareContents(before, after));
  }
  if (old === 'number' && now === 'integer') {
    return joined(only([{ ...changed, kind: 'number-to-integer' }]), compareContents(before, after));
  }
  // Nothing else about the two can be compared.
  return only([{ ...changed, kind: 'type-changed' }]);
}

function compareContents(before: View, after: View): SchemaComparison {
  return joined(
    only(compareValues(before, after)),
    compareObjects(before, after),
    compareItems(before, after),
    only(compareConstraints(before, after)),
  );
}
