// Compares two objects: what is said of their properties by name, by pattern, and of the rest.
import { code } from '@agentsource/openapi/markdown';
import { child } from '@agentsource/openapi/pointer';
import { joined } from '../expand.ts';
import { compareAdditional, comparePatterns } from './additional.ts';
import { only, type SchemaChange, type SchemaComparison, type SchemaContext } from './changes.ts';
import { compareProperties } from './properties.ts';
import type { View } from './view.ts';

export function compareObjects(before: View, after: View, context: SchemaContext): SchemaComparison {
  return joined(
    compareProperties(before, after, context),
    only(...compareUndescribed(before, after)),
    compareAdditional(before, after),
    comparePatterns(before, after),
  );
}

/** Names that are required and nowhere described: types can't show them, the service still insists. */
function compareUndescribed(before: View, after: View): SchemaChange[] {
  const undescribed = ({ required, properties }: View) =>
    [...required].filter((name) => !properties.has(name));
  const added = undescribed(after).filter((name) => !before.required.has(name));
  const gone = undescribed(before).filter((name) => !after.required.has(name));
  const pointer = child(after.home, 'required');
  const told = (words: string, names: readonly string[]) => ({
    path: '',
    pointer,
    words: `${words}: ${names.map((name) => code(name)).join(', ')}`,
  });
  return [
    ...(added.length > 0
      ? [{ kind: 'constraint-tightened' as const, ...told('required without being described', added) }]
      : []),
    ...(gone.length > 0
      ? [{ kind: 'constraint-loosened' as const, ...told('no longer required, never described', gone) }]
      : []),
  ];
}
