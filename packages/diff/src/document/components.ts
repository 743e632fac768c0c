// Compares component names, which are exported, and components that no operation reaches.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { NOWHERE } from '../finding.ts';
import { type Context, compareSchemaAt, type Spot, tell } from './scope.ts';
import { compareSchemes } from './security.ts';

const AT = '/components/schemas';

/** Call last: which components operations reach is known only then. */
export function compareComponents(context: Context): void {
  const [old, now] = [schemasOf(context.before), schemasOf(context.after)];
  const spot: Spot = { operation: null, side: 'unreached', field: NOWHERE };
  for (const name of Object.keys(old)) {
    const at = { ...spot, field: { root: name, path: '' } };
    if (!(name in now)) tell(context, at, 'component-removed', child(AT, name), 'exported name removed');
  }
  for (const [name, schema] of Object.entries(now)) {
    const pointer = child(AT, name);
    const before = old[name];
    const at = { ...spot, field: { root: name, path: '' } };
    if (before === undefined) tell(context, at, 'component-added', pointer, 'new exported name');
    else if (!context.comparer.reached(pointer)) {
      compareSchemaAt(context, at, { schema: before, pointer }, { schema, pointer });
    }
  }
  compareSchemes(context, spot);
}

function schemasOf({ components }: OpenApiDocument): JsonObject {
  return isObject(components) && isObject(components.schemas) ? components.schemas : {};
}
