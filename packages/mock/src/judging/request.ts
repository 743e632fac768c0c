// A request, and what is wrong with it.
import type { Operation } from '../declared/operations.ts';
import { bodyViolations } from './body.ts';
import type { Schemas } from './fields.ts';
import { parameterViolations } from './parameters.ts';
import { securityViolations } from './security.ts';
import type { Violation } from './violations.ts';

export interface MockRequest {
  /** In lower case. */
  method: string;
  /** As in the request line. */
  path: string;
  /** As in the request line, without its question mark. */
  query: string;
  /** By name in lower case. */
  headers: Record<string, string>;
  bytes: Uint8Array;
  /** What the bytes say, where they are JSON; undefined where they aren't, and for none. */
  json?: unknown;
}

export async function requestViolations(
  schemas: Schemas,
  operation: Operation,
  request: MockRequest,
): Promise<Violation[]> {
  return [
    ...securityViolations(operation, request),
    ...(await bodyViolations(schemas, operation, request)),
    ...parameterViolations(schemas, operation, request),
  ];
}
