// Compares the properties of two objects, the named ones and the rest.
import { child } from '@agentsource/openapi/pointer';
import { segment } from '../finding.ts';
import type { Kind } from '../policy.ts';
import type { Compared, Viewers } from './compare.ts';
import { describe } from './describe.ts';
import type { View, Viewer } from './view.ts';

export function compareObjects(before: View, after: View, viewers: Viewers, result: Compared): void {
  for (const [name, old] of before.properties) {
    const now = after.properties.get(name);
    if (now) {
      result.inner.push({ path: segment(name), before: old, after: now });
      compareRequired(name, before, after, result);
      continue;
    }
    const kind = after.additional === 'closed' ? 'closed-property-removed' : 'property-removed';
    const words = `removed; it was ${describe(viewers.before(old), viewers.before)}`;
    result.changes.push({ kind, path: segment(name), pointer: old.pointer, words });
  }
  for (const [name, now] of after.properties) {
    if (before.properties.has(name)) continue;
    const required = after.required.has(name);
    const words = `new, ${required ? 'required' : 'optional'}: ${describe(viewers.after(now), viewers.after)}`;
    const kind = required ? 'required-property-added' : 'property-added';
    result.changes.push({ kind, path: segment(name), pointer: now.pointer, words });
  }
  compareUnnamedRequired(before, after, result);
  compareAdditional(before, after, viewers, result);
}

function compareRequired(name: string, before: View, after: View, { changes }: Compared): void {
  const [old, now] = [before.required.has(name), after.required.has(name)];
  if (old === now) return;
  const kind = now ? 'property-became-required' : 'property-became-optional';
  const words = now ? 'optional → required' : 'required → optional';
  changes.push({ kind, path: segment(name), pointer: after.properties.get(name)?.pointer ?? '', words });
}

/** Names that are required and nowhere described: types can't show them, the service still insists. */
function compareUnnamedRequired(before: View, after: View, { changes }: Compared): void {
  const unnamed = ({ required, properties }: View) => [...required].filter((name) => !properties.has(name));
  const [old, now] = [unnamed(before), unnamed(after)];
  const push = (kind: Kind, names: string[], words: string) => {
    if (names.length === 0) return;
    const pointer = child(after.home, 'required');
    changes.push({ kind, path: '', pointer, words: `${words}: ${names.join(', ')}` });
  };
  push(
    'constraint-tightened',
    now.filter((name) => !before.required.has(name)),
    'required without being described',
  );
  push(
    'constraint-loosened',
    old.filter((name) => !after.required.has(name)),
    'no longer required, never described',
  );
}

function compareAdditional(before: View, after: View, viewers: Viewers, { changes, inner }: Compared): void {
  const [old, now] = [before.additional, after.additional];
  if (typeof old === 'object' && typeof now === 'object') {
    inner.push({ path: '.*', before: old, after: now });
    return;
  }
  const kind = additionalKind(kindOf(old, viewers.before), kindOf(now, viewers.after));
  if (!kind) return;
  const pointer = child(after.home, 'additionalProperties');
  const name = (view: View, side: 'before' | 'after') =>
    typeof view.additional === 'object'
      ? describe(viewers[side](view.additional), viewers[side])
      : { closed: 'refused', unmentioned: 'not mentioned', any: 'of any type' }[view.additional];
  const words = `additional properties ${name(before, 'before')} → ${name(after, 'after')}`;
  changes.push({ kind, path: '', pointer, words });
}

type Additional = 'closed' | 'unmentioned' | 'any' | 'typed';

function kindOf(additional: View['additional'], viewer: Viewer): Additional {
  if (typeof additional !== 'object') return additional;
  return viewer(additional).any ? 'any' : 'typed';
}

function additionalKind(old: Additional, now: Additional): Kind | undefined {
  if (old === now) return undefined;
  if (now === 'closed') return old === 'unmentioned' ? 'additional-properties-refused' : 'map-removed';
  if (now === 'unmentioned') return old === 'closed' ? 'additional-properties-allowed' : 'map-unmentioned';
  if (old === 'any') return 'map-value-narrowed';
  if (old === 'typed') return 'map-value-widened';
  return 'additional-properties-allowed';
}
