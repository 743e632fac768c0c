// Exported names: those that are gone, and those that are new.

import { type Alias, aliasesOf } from '@agentsource/codegen/aliases';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { NOWHERE, rootField } from '../field.ts';
import type { Location, TypesFinding } from '../finding.ts';
import type { OperationPair } from '../operations.ts';

export function compareNames(
  before: OpenApiDocument,
  after: OpenApiDocument,
  operations: readonly OperationPair[],
): TypesFinding[] {
  const [old, now] = [aliasesOf(before), aliasesOf(after)];
  const gone = old.filter(({ name }) => !now.some((alias) => alias.name === name));
  const added = now.filter(({ name }) => !old.some((alias) => alias.name === name));
  const ownersOf = (version: 'before' | 'after') =>
    new Map(operations.map((pair) => [pair[version]?.pointer, pair]));
  const [oldOwners, newOwners] = [ownersOf('before'), ownersOf('after')];
  return [
    ...gone.map((alias) => goneName(alias, ownerOf(alias, oldOwners))),
    ...added.map((alias) => newName(alias, ownerOf(alias, newOwners))),
  ];
}

/** The operation whose request or response the name is of; none for a component. */
function ownerOf(
  { source }: Alias,
  operations: ReadonlyMap<string | undefined, OperationPair>,
): OperationPair | undefined {
  return 'operation' in source ? operations.get(source.operation.pointer) : undefined;
}

function goneName(alias: Alias, owner: OperationPair | undefined): TypesFinding {
  const saw =
    owner && !owner.after
      ? 'operation-removed'
      : owner && !keepsId(owner)
        ? 'operation-id-renamed'
        : 'component-removed';
  const words = `Module has no exported member '${alias.name}'.`;
  return { ...locationOf(alias, owner), saw, pointer: alias.pointers[0] ?? '', words };
}

function newName(alias: Alias, owner: OperationPair | undefined): TypesFinding {
  const saw = owner && !owner.before ? 'operation-added' : 'component-added';
  const words = `'${alias.name}' is a new exported member.`;
  return { ...locationOf(alias, owner), saw, pointer: alias.pointers[0] ?? '', words };
}

function keepsId({ before, after }: OperationPair): boolean {
  return before?.operation.operationId === after?.operation.operationId;
}

/** A name of an operation's request or response stands there; with another id it is the operation's own matter. */
function locationOf({ source }: Alias, owner: OperationPair | undefined): Location {
  if ('component' in source)
    return { operation: null, side: 'unreached', field: rootField(source.component) };
  const operation = owner?.name ?? null;
  if (!owner || !keepsId(owner)) return { operation, side: 'request', field: NOWHERE };
  return source.part === 'request'
    ? { operation, side: 'request', field: rootField('body') }
    : { operation, side: 'response', field: rootField('200') };
}
