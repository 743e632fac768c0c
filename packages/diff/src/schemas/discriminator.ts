// Compares what tells alternatives apart: the property, and which value stands for which schema.
import { isObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { show } from '../words.ts';
import type { Compared } from './compare.ts';
import type { View } from './view.ts';

export function compareDiscriminators(before: View, after: View, { changes }: Compared): void {
  const [old, now] = [before.discriminator, after.discriminator];
  const pointer = child(after.home, 'discriminator');
  if (!old || !now) {
    // A hint where there was none, or none any more: what the types make of it, the compiler says.
    if (old === now) return;
    const words = now ? '`discriminator` added' : '`discriminator` removed';
    changes.push({ kind: 'documentation-changed', path: '', pointer, words });
    return;
  }
  if (old.propertyName !== now.propertyName) {
    const words = `discriminator ${show(old.propertyName)} → ${show(now.propertyName)}`;
    changes.push({ kind: 'discriminator-changed', path: '', pointer, words });
    return;
  }
  const [known, current] = [valuesOf(before), valuesOf(after)];
  for (const [target, value] of known) {
    const other = current.get(target);
    if (other === undefined || other === value) continue;
    const words = `discriminator value of ${show(target)}: ${value} → ${other}`;
    changes.push({ kind: 'discriminator-changed', path: '', pointer, words });
  }
}

/** Which values stand for a schema, by the schema's name. */
function valuesOf({ discriminator }: View): Map<string, string> {
  const values = new Map<string, string>();
  const mapping = isObject(discriminator?.mapping) ? discriminator.mapping : {};
  for (const [value, target] of Object.entries(mapping).sort(([one], [other]) => (one < other ? -1 : 1))) {
    const name = String(target).split('/').at(-1) ?? '';
    values.set(name, [values.get(name), show(value)].filter((part) => part !== undefined).join(', '));
  }
  return values;
}
