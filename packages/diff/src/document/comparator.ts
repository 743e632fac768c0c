// The document comparator: everything that differs between two documents, schemas by meaning and not by spelling.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import type { OperationPlace } from '@agentsource/openapi/walk';
import type { DocumentFinding } from '../finding.ts';
import type { SharedOperation } from '../operations.ts';
import type { Pairs } from '../pairs.ts';
import type { Kind } from '../policy.ts';
import { compareComponents } from './components.ts';
import { compareInfo } from './info.ts';
import { compareOperation } from './operation.ts';
import { documentScope, report, type Scope } from './scope.ts';
import { compareSchemes } from './security-schemes.ts';
import { compareServers } from './servers.ts';

export interface ComparedDocuments {
  findings: DocumentFinding[];
  /** Whether an operation says the same in both, and so does all that it refers to. */
  isSame: (operation: SharedOperation) => boolean;
}

export function compareDocuments(
  before: OpenApiDocument,
  after: OpenApiDocument,
  { operations, components }: Pairs,
): ComparedDocuments {
  const scope = documentScope(before, after, components);
  compareInfo(scope);
  compareServers(scope, { before: { value: before, pointer: '' }, after: { value: after, pointer: '' } });
  for (const { name, before: old, after: now } of operations) {
    const own = { ...scope, operation: name };
    if (old && now) compareOperation(own, { name, before: old, after: now });
    else if (now) report(own, wholeOperation('operation-added', 'new', now));
    else if (old) report(own, wholeOperation('operation-removed', 'removed', old));
  }
  compareSchemes(scope);
  compareComponents(scope);
  return { findings: scope.findings, isSame: (operation) => isSameOperation(scope, operation) };
}

function wholeOperation(kind: Kind, what: string, { operation: { summary }, pointer }: OperationPlace) {
  return { kind, pointer, words: typeof summary === 'string' ? `${what}: ${summary.trim()}` : what };
}

function isSameOperation(scope: Scope, { before, after }: SharedOperation): boolean {
  const shared = (document: OpenApiDocument, { path, pointer }: OperationPlace) => {
    const item = document.paths[path];
    return { schema: isObject(item) ? (item.parameters ?? []) : [], pointer: child(pointer, 'parameters') };
  };
  return (
    before.path === after.path &&
    scope.schemas.isSame(shared(scope.before, before), shared(scope.after, after)) &&
    scope.schemas.isSame(
      { schema: before.operation, pointer: before.pointer },
      { schema: after.operation, pointer: after.pointer },
    )
  );
}
