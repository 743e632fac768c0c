// Names of operations: an operation may have none, and is then called by its path; two may not have one and the same.
import type { OpenApiDocument, Report } from '../document.ts';
import type { JsonObject } from '../json.ts';
import { child } from '../pointer.ts';
import { operationsOf, walk } from '../walk.ts';

/** Drops an `operationId` that another operation has; those of paths come first, since they are the ones to be called. */
export function normaliseOperationIds(document: OpenApiDocument, report: Report): void {
  const owners = new Map<string, string>();
  const own = (operation: JsonObject, pointer: string) => {
    const { operationId } = operation;
    if (operationId === undefined) return;
    const owner = owners.get(String(operationId));
    if (typeof operationId === 'string' && operationId !== '' && [undefined, pointer].includes(owner)) {
      owners.set(operationId, pointer);
      return;
    }
    const why = owner === undefined ? 'is no name' : `is the name of ${owner}`;
    report('operation-id', child(pointer, 'operationId'), `${JSON.stringify(operationId)} ${why}; dropped`);
    delete operation.operationId;
  };
  for (const { operation, pointer } of operationsOf(document)) own(operation, pointer);
  walk(document, { operation: own });
  for (const { operation, pointer } of operationsOf(document)) {
    if (operation.operationId !== undefined) continue;
    report('operation-id', pointer, 'without operationId: the operation is called by its path alone');
  }
}
