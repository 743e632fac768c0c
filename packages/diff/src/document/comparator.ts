// The document comparator: everything that differs between two documents, schemas by meaning and not by spelling.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { OperationPlace } from '@agentsource/openapi/walk';
import type { DocumentFinding } from '../finding.ts';
import type { OperationPair } from '../operations.ts';
import type { Kind } from '../policy.ts';
import { compareComponents } from './components.ts';
import { compareInfo } from './info.ts';
import { compareOperation } from './operation.ts';
import { documentScope, report } from './scope.ts';
import { compareServers } from './servers.ts';

export function compareDocuments(
  before: OpenApiDocument,
  after: OpenApiDocument,
  operations: readonly OperationPair[],
): DocumentFinding[] {
  const scope = documentScope(before, after);
  compareInfo(scope);
  compareServers(scope, { before: { value: before, pointer: '' }, after: { value: after, pointer: '' } });
  for (const { name, before: old, after: now } of operations) {
    const own = { ...scope, operation: name };
    if (old && now) compareOperation(own, { name, before: old, after: now });
    else if (now) report(own, wholeOperation('operation-added', 'new', now));
    else if (old) report(own, wholeOperation('operation-removed', 'removed', old));
  }
  compareComponents(scope);
  return scope.findings;
}

function wholeOperation(kind: Kind, what: string, { operation: { summary }, pointer }: OperationPlace) {
  return { kind, pointer, words: typeof summary === 'string' ? `${what}: ${summary.trim()}` : what };
}
