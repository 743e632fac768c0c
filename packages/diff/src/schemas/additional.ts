// Compares what two objects say of properties that they don't name: of all, and of those that match a pattern.
import { code } from '@agentsource/openapi/markdown';
import { child } from '@agentsource/openapi/pointer';
import { joined } from '../expand.ts';
import type { Kind } from '../policy.ts';
import { only, type SchemaComparison } from './changes.ts';
import { describe } from './describe.ts';
import type { Rest } from './merge.ts';
import type { View } from './view.ts';

/** All keys that match nothing else; both comparators call them so. */
const PATH = '.*';

interface Kinds {
  refused: Kind;
  removed: Kind;
  unmentioned: Kind;
  allowed: Kind;
  described: Kind;
  narrowed: Kind;
  widened: Kind;
}

const OF_ALL: Kinds = {
  refused: 'additional-properties-refused',
  removed: 'map-removed',
  unmentioned: 'map-unmentioned',
  allowed: 'additional-properties-allowed',
  described: 'additional-properties-described',
  narrowed: 'map-value-narrowed',
  widened: 'map-value-widened',
};
const OF_PATTERN: Kinds = {
  refused: 'pattern-properties-refused',
  removed: 'pattern-properties-refused',
  unmentioned: 'pattern-properties-unmentioned',
  allowed: 'pattern-properties-allowed',
  described: 'pattern-properties-allowed',
  narrowed: 'pattern-properties-narrowed',
  widened: 'pattern-properties-widened',
};

export function compareAdditional(before: View, after: View): SchemaComparison {
  const pointer = child(after.home, 'additionalProperties');
  return compareRest('additional properties', OF_ALL, {
    before: { view: before, rest: before.additional },
    after: { view: after, rest: after.additional },
    pointer,
  });
}

export function comparePatterns(before: View, after: View): SchemaComparison {
  const patterns = new Set([...before.patterns.keys(), ...after.patterns.keys()]);
  return joined(
    ...[...patterns].map((pattern) => {
      const [was, is] = [before.patterns.get(pattern), after.patterns.get(pattern)];
      return compareRest(`properties like ${code(pattern)}`, OF_PATTERN, {
        before: { view: before, rest: was ?? before.additional },
        after: { view: after, rest: is ?? after.additional },
        pointer: (is ?? was)?.pointer ?? after.home,
      });
    }),
  );
}

interface Side {
  view: View;
  rest: Rest;
}

function compareRest(
  what: string,
  kinds: Kinds,
  { before, after, pointer }: { before: Side; after: Side; pointer: string },
): SchemaComparison {
  const [old, now] = [before.rest, after.rest];
  if (typeof old === 'object' && typeof now === 'object') {
    return { found: [], inner: [{ path: PATH, before: old, after: now }] };
  }
  const kind = kindOf(kinds, ...sortsOf(before, after));
  if (!kind) return only();
  return only({ kind, path: '', pointer, words: `${what} ${nameOf(before)} → ${nameOf(after)}` });
}

function nameOf({ rest, view }: Side): string {
  if (typeof rest === 'object') return describe(view.viewer(rest));
  return { closed: 'refused', unmentioned: 'not mentioned', any: 'of any type' }[rest];
}

type SortOfRest = 'closed' | 'unmentioned' | 'any' | 'typed';

/** Beside patterns that stay, what is refused or not mentioned only says what keys hold that no pattern matches. */
function sortsOf(before: Side, after: Side): [SortOfRest, SortOfRest] {
  const sorts: [SortOfRest, SortOfRest] = [sortOf(before), sortOf(after)];
  if (before.view.patterns.size === 0 || after.view.patterns.size === 0) return sorts;
  const beside: Record<SortOfRest, SortOfRest> = {
    closed: 'typed',
    unmentioned: 'any',
    any: 'any',
    typed: 'typed',
  };
  return [beside[sorts[0]], beside[sorts[1]]];
}

function sortOf({ rest, view }: Side): SortOfRest {
  if (typeof rest !== 'object') return rest;
  return view.viewer(rest).any ? 'any' : 'typed';
}

function kindOf(kinds: Kinds, old: SortOfRest, now: SortOfRest): Kind | undefined {
  if (old === now) return undefined;
  if (now === 'closed') return old === 'unmentioned' ? kinds.refused : kinds.removed;
  if (now === 'unmentioned') return old === 'closed' ? kinds.allowed : kinds.unmentioned;
  if (old === 'closed') return kinds.described;
  // What was not mentioned held anything.
  if (now === 'typed') return kinds === OF_PATTERN || old === 'any' ? kinds.narrowed : kinds.described;
  return old === 'typed' ? kinds.widened : kinds.described;
}
