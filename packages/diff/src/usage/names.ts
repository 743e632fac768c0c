// The names by which code speaks of an operation or a component, each with the changes that reach it.

import { identifier, pascalCase } from '@agentsource/codegen/names';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { keysOf } from '@agentsource/openapi/pointer';
import type { Change } from '../change.ts';
import { nameOf, pairOperations } from '../operations.ts';

export interface Names {
  /** By the path's template, as either document spells it. */
  paths: Map<string, Change[]>;
  operationIds: Map<string, Change[]>;
  /** By the component's own name, for what is written into it. */
  components: Map<string, Change[]>;
  /** By the name of an exported type. */
  types: Map<string, Change[]>;
  /** Operations whose name in the old document is another than in the report. */
  renamed: Map<string, string>;
}

export function namesOf(changes: readonly Change[], before: OpenApiDocument, after: OpenApiDocument): Names {
  const byOperation = Map.groupBy(changes, ({ operation }) => operation);
  const names: Names = {
    paths: new Map(),
    operationIds: new Map(),
    components: new Map(),
    types: new Map(),
    renamed: new Map(),
  };
  for (const pair of pairOperations(before, after)) {
    const own = byOperation.get(pair.name) ?? [];
    for (const place of [pair.before, pair.after]) {
      if (!place) continue;
      names.renamed.set(nameOf(place), pair.name);
      add(names.paths, place.path, own);
      const { operationId } = place.operation;
      if (typeof operationId !== 'string') continue;
      add(names.operationIds, operationId, own);
      add(
        names.types,
        `${pascalCase(operationId)}Request`,
        own.filter(({ direction }) => direction !== 'response'),
      );
      add(
        names.types,
        `${pascalCase(operationId)}Response`,
        own.filter(({ direction }) => direction !== 'request'),
      );
    }
  }
  for (const change of changes) {
    const [components, schemas, name] = keysOf(change.pointer);
    if (components !== 'components' || schemas !== 'schemas' || name === undefined) continue;
    add(names.components, name, [change]);
    add(names.types, identifier(name), [change]);
  }
  return names;
}

function add(into: Map<string, Change[]>, name: string, changes: readonly Change[]): void {
  const known = into.get(name) ?? [];
  into.set(name, [...known, ...changes.filter((change) => !known.includes(change))]);
}
