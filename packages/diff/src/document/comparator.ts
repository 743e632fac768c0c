// The document referee: everything that differs between two documents, by the rules of kinds.ts.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { type DocumentFinding, NOWHERE } from '../finding.ts';
import type { OperationPair } from '../operations.ts';
import { compareComponents } from './components.ts';
import { compareInfo } from './info.ts';
import { compareOperation } from './operation.ts';
import { createContext, type Spot, tell } from './scope.ts';
import { compareServers } from './servers.ts';

export function judgeDocument(
  before: OpenApiDocument,
  after: OpenApiDocument,
  operations: readonly OperationPair[],
): DocumentFinding[] {
  const context = createContext(before, after);
  compareInfo(context);
  compareServers(context, documentSpot(), { value: before, pointer: '' }, { value: after, pointer: '' });
  for (const { name, before: old, after: now } of operations) {
    const spot: Spot = { operation: name, side: 'request', field: NOWHERE };
    if (old && now) compareOperation(context, name, old, now);
    else if (now) tell(context, spot, 'operation-added', now.pointer, words('new', now.operation.summary));
    else if (old)
      tell(context, spot, 'operation-removed', old.pointer, words('removed', old.operation.summary));
  }
  compareComponents(context);
  return context.findings;
}

function documentSpot(): Spot {
  return { operation: null, side: 'request', field: NOWHERE };
}

function words(what: string, summary: unknown): string {
  return typeof summary === 'string' ? `${what}: ${summary.trim()}` : what;
}
