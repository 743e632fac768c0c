// Compares what tells alternatives apart. Which value stands for which schema is compared where it counts, as a value of the property.
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
  if (!old || !now)
    return [change('documentation-changed', `\`discriminator\` ${now ? 'added' : 'removed'}`)];
  if (old.propertyName !== now.propertyName) {
    const words = `discriminator ${show(old.propertyName)} → ${show(now.propertyName)}`;
    return [change('discriminator-changed', words)];
  }
  const current = valuesOf(now, after);
  return [...valuesOf(old, before)].flatMap(([target, value]) => {
    const other = current.get(target);
    if (other === undefined || other === value) return [];
    return [change('discriminator-changed', `discriminator value of ${show(target)}: ${value} → ${other}`)];
  });
}

/** By the schema's name: the values that stand for it, but where its property is a text, which then has these values. */
function valuesOf({ propertyName, mapping }: JsonObject, { viewer }: View): Map<string, string> {
  const values = new Map<string, string>();
  for (const [value, target] of entriesOf(mapping).sort(([one], [other]) => (one < other ? -1 : 1))) {
    const schema = viewer({ schema: { $ref: String(target) }, pointer: String(target) });
    const property = schema.properties.get(String(propertyName));
    if (property && viewer(property).values) continue;
    const name = String(target).split('/').at(-1) ?? '';
    values.set(name, [values.get(name), show(value)].filter((part) => part !== undefined).join(', '));
  }
  return values;
}
