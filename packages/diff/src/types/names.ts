// Exported names: those that are gone, and those that are new.

import { type Alias, aliasesOf } from '@agentsource/codegen/aliases';
import { pascalCase } from '@agentsource/codegen/names';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { type Field, NOWHERE, type TypesFinding } from '../finding.ts';
import type { OperationPair } from '../operations.ts';
import type { Side } from '../policy.ts';

interface Owner {
  operation: string | null;
  side: Side;
  field: Field;
}

export function compareNames(
  before: OpenApiDocument,
  after: OpenApiDocument,
  operations: readonly OperationPair[],
): TypesFinding[] {
  const [old, now] = [aliasesOf(before), aliasesOf(after)];
  const gone = old.filter(({ name }) => !now.some((alias) => alias.name === name));
  const added = now.filter(({ name }) => !old.some((alias) => alias.name === name));
  return [
    ...gone.flatMap((alias) => toFinding(alias, ownerOf(alias, operations, 'before'), 'breaking')),
    ...added.flatMap((alias) => toFinding(alias, ownerOf(alias, operations, 'after'), 'feature')),
  ];
}

function toFinding(alias: Alias, owner: Owner, severity: 'breaking' | 'feature'): TypesFinding[] {
  const gone = severity === 'breaking';
  const words = gone
    ? `Module has no exported member '${alias.name}'.`
    : `'${alias.name}' is a new exported member.`;
  const kind = gone ? 'types-name-lost' : 'types-name-gained';
  return [{ ...owner, severity, kind, pointer: alias.pointers[0] ?? '', words }];
}

/** Whose name it is: an operation's request or response, or a component. */
function ownerOf(alias: Alias, operations: readonly OperationPair[], version: 'before' | 'after'): Owner {
  for (const pair of operations) {
    const id = pair[version]?.operation.operationId;
    if (typeof id !== 'string' || !/^(?:NonNullable<)?operations\[/.test(alias.type)) continue;
    const suffix = alias.name.startsWith(pascalCase(id)) ? alias.name.slice(pascalCase(id).length) : '';
    if (suffix !== 'Request' && suffix !== 'Response') continue;
    const sameId = pair.before?.operation.operationId === pair.after?.operation.operationId;
    if (!sameId) return { operation: pair.name, side: 'request', field: NOWHERE };
    return suffix === 'Request'
      ? { operation: pair.name, side: 'request', field: { root: 'body', path: '' } }
      : { operation: pair.name, side: 'response', field: { root: '200', path: '' } };
  }
  const component = alias.pointers[0]?.split('/').at(-1) ?? '';
  return { operation: null, side: 'unreached', field: { root: component, path: '' } };
}
