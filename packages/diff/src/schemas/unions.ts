// Compares the unions of two schemas, of which most have none or one.
import { joined } from '../expand.ts';
import { showList } from '../words.ts';
import { NOTHING, only, type SchemaChange, type SchemaComparison, type SchemaContext } from './changes.ts';
import { describe } from './describe.ts';
import { compareUnion } from './union.ts';
import type { Union, View } from './view.ts';

/** Equal ones aside, the first against the first. */
export function compareUnions(before: View, after: View, context: SchemaContext): SchemaComparison {
  const { gone: old, added: now } = otherThan(before.unions, after.unions, context);
  const isSingle = before.unions.length === 0 || after.unions.length === 0;
  const length = Math.max(old.length, now.length);
  return joined(
    ...[...Array(length).keys()].map((index) => {
      const [was, is] = [old[index], now[index]];
      return (was && is) || (isSingle && index === 0)
        ? compareUnion({ view: before, union: was }, { view: after, union: is }, context)
        : unmatched(was ?? is, { before, after });
    }),
  );
}

/** Those of which the other schema has none that says the same. */
function otherThan(before: readonly Union[], after: readonly Union[], { isSame }: SchemaContext) {
  const isSameUnion = (old: Union, now: Union) =>
    old.exclusive === now.exclusive &&
    old.alternatives.length === now.alternatives.length &&
    old.alternatives.every((place) => now.alternatives.some((other) => isSame(place, other)));
  return {
    gone: before.filter((old) => !after.some((now) => isSameUnion(old, now))),
    added: after.filter((now) => !before.some((old) => isSameUnion(old, now))),
  };
}

/** One more union that has to hold, or one less. */
function unmatched(union: Union | undefined, { before, after }: { before: View; after: View }) {
  if (!union) return NOTHING;
  const isNew = after.unions.includes(union);
  const view = isNew ? after : before;
  const names = union.alternatives.map((place) => describe(view.viewer(place))).join(' or ');
  const words = isNew ? `has to be ${names} as well` : `no longer has to be ${names} as well`;
  return only({ kind: isNew ? 'union-added' : 'union-removed', path: '', pointer: view.home, words });
}

/** `anyOf: [{ required: [a] }, …]` and the like, compared as they are written. */
export function compareConditions(before: View, after: View, context: SchemaContext): SchemaComparison {
  const { gone, added } = otherThan(before.conditions, after.conditions, context);
  const change = (kind: 'condition-added' | 'condition-removed', { alternatives }: Union): SchemaChange => {
    const listed = showList(alternatives.map(({ schema }) => schema));
    const words = `${kind === 'condition-added' ? 'has to' : 'no longer has to'} fit one of ${listed}`;
    return { kind, path: '', pointer: after.home, words };
  };
  return only(
    ...gone.map((union) => change('condition-removed', union)),
    ...added.map((union) => change('condition-added', union)),
  );
}
