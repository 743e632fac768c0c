// Compares what tells alternatives apart: the property, and which value stands for which schema.
import { entriesOf, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import type { Kind } from '../policy.ts';
import { show } from '../words.ts';
import type { SchemaChange } from './changes.ts';
import type { View } from './view.ts';

export function compareDiscriminators(before: View, after: View): SchemaChange[] {
  const [old, now] = [before.discriminator, after.discriminator];
  const change = (kind: Kind, words: string) => ({
    kind,
    path: '',
    pointer: child(after.home, 'discriminator'),
    words,
  });
  if (!old && !now) return [];
  // A hint where there was none, or none any more: what the types make of it, the compiler says.
  if (!old || !now)
    return [change('documentation-changed', `\`discriminator\` ${now ? 'added' : 'removed'}`)];
  if (old.propertyName !== now.propertyName) {
    const words = `discriminator ${show(old.propertyName)} → ${show(now.propertyName)}`;
    return [change('discriminator-changed', words)];
  }
  const current = valuesOf(now);
  return [...valuesOf(old)].flatMap(([target, value]) => {
    const other = current.get(target);
    if (other === undefined || other === value) return [];
    return [change('discriminator-changed', `discriminator value of ${show(target)}: ${value} → ${other}`)];
  });
}

/** Which values stand for a schema, by the schema's name. */
function valuesOf({ mapping }: JsonObject): Map<string, string> {
  const values = new Map<string, string>();
  for (const [value, target] of entriesOf(mapping).sort(([one], [other]) => (one < other ? -1 : 1))) {
    const name = String(target).split('/').at(-1) ?? '';
    values.set(name, [values.get(name), show(value)].filter((part) => part !== undefined).join(', '));
  }
  return values;
}
