// Everything that is wrong with a request.
import type { Operation } from '../declared/operations.ts';
import { bodyViolations } from './body.ts';
import type { Schemas } from './fields.ts';
import { parameterViolations } from './parameters.ts';
import type { MockRequest } from './request.ts';
import { securityViolations } from './security.ts';
import type { Violation } from './violations.ts';

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
