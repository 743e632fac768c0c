// Compares the properties of two objects, the named ones and the rest.
import { child } from '@agentsource/openapi/pointer';
import { joined } from '../expand.ts';
import { segment } from '../field.ts';
import type { Kind } from '../policy.ts';
import type { SchemaChange, SchemaComparison, SchemaPair } from './changes.ts';
import { describe } from './describe.ts';
import type { Place } from './place.ts';
import type { View } from './view.ts';

export function compareObjects(before: View, after: View): SchemaComparison {
  return joined(compareProperties(before, after), compareAdditional(before, after));
}

function compareProperties(before: View, after: View): SchemaComparison {
  const found: SchemaChange[] = [];
  const inner: SchemaPair[] = [];
  for (const [name, old] of before.properties) {
    const now = after.properties.get(name);
    if (!now) {
      found.push(removedProperty(name, old, { before, after }));
      continue;
    }
    inner.push({ path: segment(name), before: old, after: now });
    found.push(...compareRequired(name, before, after));
  }
  for (const [name, now] of after.properties) {
    if (!before.properties.has(name)) found.push(addedProperty(name, now, after));
  }
  return { found: [...found, ...compareUnnamedRequired(before, after)], inner };
}

function removedProperty(
  name: string,
  old: Place,
  { before, after }: { before: View; after: View },
): SchemaChange {
  const kind = after.additional === 'closed' ? 'closed-property-removed' : 'property-removed';
  const words = `removed; it was ${describe(before.viewer(old))}`;
  return { kind, path: segment(name), pointer: old.pointer, words };
}

function addedProperty(name: string, now: Place, after: View): SchemaChange {
  const required = after.required.has(name);
  const words = `new, ${required ? 'required' : 'optional'}: ${describe(after.viewer(now))}`;
  const kind = required ? 'required-property-added' : 'property-added';
  return { kind, path: segment(name), pointer: now.pointer, words };
}

function compareRequired(name: string, before: View, after: View): SchemaChange[] {
  const [old, now] = [before.required.has(name), after.required.has(name)];
  if (old === now) return [];
  const kind = now ? 'property-became-required' : 'property-became-optional';
  const words = now ? 'optional → required' : 'required → optional';
  return [{ kind, path: segment(name), pointer: after.properties.get(name)?.pointer ?? '', words }];
}

/** Names that are required and nowhere described: types can't show them, the service still insists. */
function compareUnnamedRequired(before: View, after: View): SchemaChange[] {
  const unnamed = ({ required, properties }: View) => [...required].filter((name) => !properties.has(name));
  const added = unnamed(after).filter((name) => !before.required.has(name));
  const gone = unnamed(before).filter((name) => !after.required.has(name));
  const change = (kind: Kind, names: readonly string[], words: string): SchemaChange[] => {
    const pointer = child(after.home, 'required');
    return names.length === 0 ? [] : [{ kind, path: '', pointer, words: `${words}: ${names.join(', ')}` }];
  };
  return [
    ...change('constraint-tightened', added, 'required without being described'),
    ...change('constraint-loosened', gone, 'no longer required, never described'),
  ];
}

function compareAdditional(before: View, after: View): SchemaComparison {
  const [old, now] = [before.additional, after.additional];
  if (typeof old === 'object' && typeof now === 'object') {
    return { found: [], inner: [{ path: '.*', before: old, after: now }] };
  }
  const kind = additionalKind(kindOfAdditional(before), kindOfAdditional(after));
  if (!kind) return { found: [], inner: [] };
  const pointer = child(after.home, 'additionalProperties');
  const words = `additional properties ${additionalName(before)} → ${additionalName(after)}`;
  return { found: [{ kind, path: '', pointer, words }], inner: [] };
}

function additionalName({ additional, viewer }: View): string {
  if (typeof additional === 'object') return describe(viewer(additional));
  return { closed: 'refused', unmentioned: 'not mentioned', any: 'of any type' }[additional];
}

type KindOfAdditional = 'closed' | 'unmentioned' | 'any' | 'typed';

function kindOfAdditional({ additional, viewer }: View): KindOfAdditional {
  if (typeof additional !== 'object') return additional;
  return viewer(additional).any ? 'any' : 'typed';
}

function additionalKind(old: KindOfAdditional, now: KindOfAdditional): Kind | undefined {
  if (old === now) return undefined;
  if (now === 'closed') return old === 'unmentioned' ? 'additional-properties-refused' : 'map-removed';
  if (now === 'unmentioned') return old === 'closed' ? 'additional-properties-allowed' : 'map-unmentioned';
  if (old === 'any') return 'map-value-narrowed';
  if (old === 'typed') return 'map-value-widened';
  return 'additional-properties-allowed';
}
