// The names by which code speaks of an operation or a component, each with the changes that reach it.

import { type Alias, aliasesOf } from '@agentsource/codegen/aliases';
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
      if (typeof operationId === 'string') add(names.operationIds, operationId, own);
    }
  }
  for (const alias of [...aliasesOf(before), ...aliasesOf(after)]) addAlias(names, alias, changes);
  return names;
}

/** An alias is named in either document, whichever the code was written against. */
function addAlias(names: Names, { name, source }: Alias, changes: readonly Change[]): void {
  if ('component' in source) {
    const own = changes.filter(({ pointer }) => componentOf(pointer) === source.component);
    add(names.components, source.component, own);
    add(names.types, name, own);
    return;
  }
  const { method, path } = source.operation;
  const call = `${method.toUpperCase()} ${path}`;
  const operation = names.renamed.get(call) ?? call;
  const other = source.part === 'request' ? 'response' : 'request';
  add(
    names.types,
    name,
    changes.filter((change) => change.operation === operation && change.direction !== other),
  );
}

function componentOf(pointer: string): string | undefined {
  const [components, schemas, name] = keysOf(pointer);
  return components === 'components' && schemas === 'schemas' ? name : undefined;
}

function add(into: Map<string, Change[]>, name: string, changes: readonly Change[]): void {
  const known = into.get(name) ?? [];
  into.set(name, [...known, ...changes.filter((change) => !known.includes(change))]);
}
