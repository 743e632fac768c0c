// Compares component names, which are exported, and components that no operation reaches.

import { componentsOf } from '@agentsource/openapi/document';
import { child } from '@agentsource/openapi/pointer';
import { rootField } from '../field.ts';
import { compareSchemas, report, type Scope } from './scope.ts';
import { compareSchemes } from './security.ts';

const AT = '/components/schemas';

/** Call last: which components operations reach is known only then. */
export function compareComponents(scope: Scope): void {
  const [old, now] = [componentsOf(scope.before, 'schemas'), componentsOf(scope.after, 'schemas')];
  const unreached: Scope = { ...scope, side: 'unreached' };
  for (const name of Object.keys(old)) {
    if (name in now) continue;
    const found = {
      kind: 'component-removed',
      pointer: child(AT, name),
      words: 'exported name removed',
    } as const;
    report({ ...unreached, field: rootField(name) }, found);
  }
  for (const [name, schema] of Object.entries(now)) {
    const component = { ...unreached, field: rootField(name) };
    const pointer = child(AT, name);
    const before = old[name];
    if (before === undefined)
      report(component, { kind: 'component-added', pointer, words: 'new exported name' });
    else if (!scope.schemas.reached(pointer)) {
      compareSchemas(component, { schema: before, pointer }, { schema, pointer });
    }
  }
  compareSchemes(unreached);
}
