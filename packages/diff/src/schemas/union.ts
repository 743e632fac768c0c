// Compares two unions as sets of what they accept, alternative by alternative; a single schema is a union of itself alone.
import { child } from '@agentsource/openapi/pointer';
import { joined } from '../expand.ts';
import { segment } from '../field.ts';
import type { Pairing } from '../moved-values.ts';
import { showList } from '../words.ts';
import { type Alternatives, matchAlternatives } from './alternatives.ts';
import { schemaAt } from './boolean-schemas.ts';
import {
  only,
  type SchemaChange,
  type SchemaComparison,
  type SchemaContext,
  type SchemaPair,
} from './changes.ts';
import { describe } from './describe.ts';
import { mayOverlap } from './overlap.ts';
import { besideUnions, both, type Place, restriction } from './place.ts';
import type { Union, View } from './view.ts';

interface Side {
  view: View;
  /** None where the schema is no union. */
  union: Union | undefined;
}

export function compareUnion(before: Side, after: Side, context: SchemaContext): SchemaComparison {
  const isSingle = !before.union || !after.union;
  const [old, now] = [alternativesOf(before, isSingle), alternativesOf(after, isSingle)];
  const matched = matchAlternatives(old, now, context);
  if (isSingle && isSomethingElse(old, now, matched)) return only(replaced(before.view, after.view));
  return joined(
    ...matched.map((group) => compareAlternatives(group, after, now)),
    only(...compareKeyword(before, after)),
  );
}

/** Whether the two have nothing in common, not even a type. */
function isSomethingElse(
  old: readonly View[],
  now: readonly View[],
  matched: readonly Alternatives[],
): boolean {
  const types = new Set(now.flatMap((view) => view.types));
  return (
    matched.every(({ pairs }) => pairs.length === 0) &&
    !old.some((view) => view.types.some((type) => types.has(type)))
  );
}

function replaced(before: View, after: View): SchemaChange {
  const isNothing = ({ types }: View) => types[0] === 'never';
  const kind = isNothing(before) ? 'branch-added' : isNothing(after) ? 'branch-removed' : 'type-changed';
  return { kind, path: '', pointer: after.home, words: `${describe(before)} → ${describe(after)}` };
}

/** A schema that is no union is a union of itself alone: then what stands beside the other's union is in its alternatives. */
function alternativesOf({ view, union }: Side, isWithSingle: boolean): View[] {
  const { place, viewer, properties } = view;
  if (!union)
    return [viewer({ schema: schemaAt(place), pointer: place.pointer, part: place.part ?? 'alone' })];
  const isBeside = isWithSingle && properties.size > 0;
  return union.alternatives.map((one) => viewer(isBeside ? both(one, besideUnions(place)) : one));
}

function compareAlternatives(
  { pairs, removed, added, lost, rearranged, tag }: Alternatives,
  { union }: Side,
  now: readonly View[],
): SchemaComparison {
  const exclusive = union?.exclusive === true;
  const doubles = (view: View) => exclusive && now.some((other) => other !== view && mayOverlap(view, other));
  const found = [
    ...alternativeChanges('branch-removed', removed),
    ...lost.map(({ item, values }) => lostValues(item, values, tag)),
    ...alternativeChanges(
      'branch-added',
      added.filter((view) => !doubles(view)),
    ),
    ...alternativeChanges('overlapping-branch-added', [...added, ...rearranged].filter(doubles)),
    ...pairs.flatMap((pair) => (pair.isMoved ? [movedValues(pair)] : [])),
  ];
  return { found, inner: pairs.map((pair) => schemaPair(pair, tag)) };
}

const CHANGES = {
  'branch-removed': 'removed',
  'branch-added': 'added',
  'overlapping-branch-added': 'added; what fits another one as well is refused',
} as const;

/** One change for each place: several types of one schema are one place. */
function alternativeChanges(kind: keyof typeof CHANGES, views: readonly View[]): SchemaChange[] {
  const byPointer = Map.groupBy(views, ({ place }) => place.pointer);
  return [...byPointer].map(([pointer, list]) => {
    const words = `alternative ${list.map(describe).join(', ')} ${CHANGES[kind]}`;
    return { kind, path: '', pointer, words };
  });
}

function lostValues(view: View, values: readonly string[], tag = ''): SchemaChange {
  const pointer = view.properties.get(tag)?.pointer ?? view.place.pointer;
  const words = `value ${showList(values.map((value) => JSON.parse(value)))} removed`;
  return { kind: 'enum-value-removed', path: tag === '' ? '' : segment(tag), pointer, words };
}

function movedValues({ old, now, only: values }: Pairing<View, View>): SchemaChange {
  const shown = showList((values?.now ?? []).map((value) => JSON.parse(value)));
  const words = `${shown} of alternative ${describe(old)} is accepted by ${describe(now)} now`;
  return { kind: 'branches-rearranged', path: '', pointer: now.place.pointer, words };
}

function schemaPair({ old, now, only: values, isMoved }: Pairing<View, View>, tag = ''): SchemaPair {
  return {
    path: '',
    before: values ? restrictedTo(old, tag, values.old) : old.place,
    after: values ? restrictedTo(now, tag, values.now) : now.place,
    isAlternative: true,
    ...(isMoved ? { isMoved } : {}),
  };
}

/** An alternative as far as some values of its tag go. */
function restrictedTo(view: View, tag: string, values: readonly string[]): Place {
  const listed = { enum: values.map((value) => JSON.parse(value)) };
  const schema = tag === '' ? listed : { properties: { [tag]: listed } };
  const pointer = view.properties.get(tag)?.pointer ?? view.home;
  return both(view.place, restriction(pointer, schema, `${tag}: ${values.join()}`));
}

/** `oneOf` refuses a value that two alternatives accept. */
function compareKeyword(before: Side, after: Side): SchemaChange[] {
  const [old, now] = [before.union, after.union];
  if (!old || !now || old.exclusive === now.exclusive) return [];
  const kind = now.exclusive ? 'constraint-tightened' : 'constraint-loosened';
  const words = now.exclusive ? '`anyOf` → `oneOf`' : '`oneOf` → `anyOf`';
  return [{ kind, path: '', pointer: child(after.view.home, now.exclusive ? 'oneOf' : 'anyOf'), words }];
}
