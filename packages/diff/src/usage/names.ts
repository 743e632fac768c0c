// The names by which code speaks of an operation or a component, each with the changes that reach it.

import { identifier, operationAliasNames } from '@agentsource/codegen/names';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { Json } from '@agentsource/openapi/json';
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
      addOperationId(names, place.operation.operationId, own);
    }
  }
  for (const change of changes) addComponent(names, change);
  return names;
}

function addOperationId(names: Names, operationId: Json | undefined, changes: readonly Change[]): void {
  if (typeof operationId !== 'string') return;
  add(names.operationIds, operationId, changes);
  const { request, response } = operationAliasNames(operationId);
  add(
    names.types,
    request,
    changes.filter(({ direction }) => direction !== 'response'),
  );
  add(
    names.types,
    response,
    changes.filter(({ direction }) => direction !== 'request'),
  );
}

function addComponent(names: Names, change: Change): void {
  const [components, schemas, name] = keysOf(change.pointer);
  if (components !== 'components' || schemas !== 'schemas' || name === undefined) return;
  add(names.components, name, [change]);
  add(names.types, identifier(name), [change]);
}

function add(into: Map<string, Change[]>, name: string, changes: readonly Change[]): void {
  const known = into.get(name) ?? [];
  into.set(name, [...known, ...changes.filter((change) => !known.includes(change))]);
}
