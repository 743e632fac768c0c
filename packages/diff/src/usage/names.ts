// The names by which code speaks of an operation or a component, each with the changes that reach it.

import { type Alias, aliasesOf } from '@agentsource/codegen/aliases';
import { enumsOf } from '@agentsource/codegen/enums';
import { functionsOf } from '@agentsource/codegen/operations';
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
  /** By the name of what is exported: a type, a function, a guard. */
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
  for (const document of [before, after]) {
    for (const alias of aliasesOf(document)) addAlias(names, alias, changes);
    addClientNames(names, document, changes);
  }
  return names;
}

/** The client's functions with what they take, and the values and guards of enums. */
function addClientNames(names: Names, document: OpenApiDocument, changes: readonly Change[]): void {
  for (const { name, options, place } of functionsOf(document)) {
    const call = nameOf(place);
    const operation = names.renamed.get(call) ?? call;
    const own = changes.filter((change) => change.operation === operation);
    add(names.types, name, own);
    add(
      names.types,
      options,
      own.filter(({ direction }) => direction !== 'response'),
    );
  }
  for (const { valuesName, guardName, pointer } of enumsOf(document)) {
    const own = changes.filter(
      (change) => change.pointer === pointer || change.pointer.startsWith(`${pointer}/`),
    );
    add(names.types, valuesName, own);
    add(names.types, guardName, own);
  }
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
