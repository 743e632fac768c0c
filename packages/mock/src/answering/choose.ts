// Prism's four steps from a request to a response, each a plain function: which operation the request is for, what is wrong with
// it, what the document answers, and what is wrong with that.
import { createLogger } from '@stoplight/prism-core';
import {
  createInstance,
  type IHttpConfig,
  type IHttpRequest,
  type IHttpResponse,
  type PrismHttpComponents,
  ProblemJsonError,
} from '@stoplight/prism-http';
import type { Operation } from '../declared/operations.ts';
import type { Violation } from '../judging/violations.ts';

export type PrismRequest = IHttpRequest;
export type PrismResponse = IHttpResponse;

/** What a caller asks for by `Prefer`. */
export interface Preferences {
  code?: number;
  exampleKey?: string;
  /** Values generated from the schema, instead of the document's example. */
  dynamic?: boolean;
  seed?: string;
}

/** A request, and what is known of it before it is answered. */
export interface Question {
  operation: Operation;
  request: PrismRequest;
  violations: Violation[];
  preferences: Preferences;
}

/** Prism's own refusal, for which the document declares no response: no such route, no such status. */
export interface PrismProblem {
  status: number;
  detail: string;
}

export function isProblem(result: object): result is PrismProblem {
  return 'detail' in result;
}

// An instance takes the four steps in one go. It adds its own to the components that it is given, and these are what is used here;
// the configuration is the instance's, which is not.
const prism = { logger: createLogger('mock', { level: 'silent' }) } as PrismHttpComponents;
createInstance({} as IHttpConfig, prism);

export function findOperation(operations: Operation[], request: PrismRequest): Operation | PrismProblem {
  const found = prism.route({ resources: operations, input: request });
  return found._tag === 'Left' ? ProblemJsonError.toProblemJson(found.left) : found.right;
}

export function requestViolations(operation: Operation, request: PrismRequest): Violation[] {
  const exchange = { resource: operation, element: request };
  return [...violationsIn(prism.validateSecurity(exchange)), ...violationsIn(prism.validateInput(exchange))];
}

/** The response that the document declares. */
export function respond({
  operation,
  request,
  violations,
  preferences,
}: Question): PrismResponse | PrismProblem {
  const input = { data: request, validations: violations };
  // Prism writes into the configuration that it is given, so each request gets its own.
  const config = { dynamic: false, ...preferences };
  const response = prism.mock({ resource: operation, input, config })(prism.logger);
  return response._tag === 'Left' ? ProblemJsonError.toProblemJson(response.left) : response.right;
}

export function responseViolations(operation: Operation, response: PrismResponse): Violation[] {
  return violationsIn(prism.validateOutput({ resource: operation, element: response }));
}

function violationsIn(
  result: { _tag: 'Left'; left: Violation[] } | { _tag: 'Right'; right: unknown },
): Violation[] {
  return result._tag === 'Left' ? result.left : [];
}
