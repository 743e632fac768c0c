// Compares component names, which are exported, and components that no operation reaches.
import { isObject, type JsonObject, type OpenApiDocument } from '../../document/openapi.ts';
import { child } from '../../document/pointer.ts';
import { NOWHERE } from '../finding.ts';
import { type Context, compareProse, compareSchemaAt, type Spot, tell } from './context.ts';

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

/** Security schemes are judged per operation; what remains is what they say about themselves. */
function compareSchemes(context: Context, spot: Spot): void {
  const [old, now] = [schemesOf(context.before), schemesOf(context.after)];
  for (const [name, value] of Object.entries(now)) {
    const before = old[name];
    if (!isObject(before) || !isObject(value)) continue;
    const pointer = child('/components/securitySchemes', name);
    const both = { before: { value: before, pointer }, after: { value, pointer } };
    compareProse(context, spot, both, ['type', 'name', 'in', 'scheme', 'flows', 'openIdConnectUrl']);
  }
}

function schemasOf({ components }: OpenApiDocument): JsonObject {
  return isObject(components) && isObject(components.schemas) ? components.schemas : {};
}

function schemesOf({ components }: OpenApiDocument): JsonObject {
  return isObject(components) && isObject(components.securitySchemes) ? components.securitySchemes : {};
}
