// From a complete request to a complete answer: JSON first, then Prism, and every refusal in the API's own error shape.
import { errorBody } from '../errors.ts';
import { isProblem, type Preferences, type Prism, type PrismRequest } from '../responder.ts';
import type { Lifecycle } from '../stateful/index.ts';
import { parsePrefer } from './prefer.ts';
import { type IncomingRequest, readBody, readRequest } from './request.ts';
import { withViolations } from './validation-errors.ts';
import { violationsHeader } from './violations-header.ts';

export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** To be sent as JSON, or as it is when it is text; undefined for no body. */
  body?: unknown;
}

export async function answer(
  incoming: IncomingRequest,
  prism: Prism,
  lifecycle?: Lifecycle,
): Promise<Answer> {
  let request: PrismRequest;
  let preferences: Preferences;
  try {
    request = readRequest(incoming);
    preferences = parsePrefer(incoming.headers.prefer);
  } catch (error) {
    return refuse(400, (error as Error).message);
  }
  try {
    request.body = readBody(incoming);
  } catch (error) {
    const details = `The request body is not valid JSON: ${(error as Error).message}`;
    return refuseAsDeclared(400, details, request, prism);
  }
  const result = prism.answer(request, preferences);
  if (isProblem(result)) return refuse(result.status, result.detail);
  const { operation, response, violations } = result;
  const { statusCode: status, body } = response;
  const headers = textHeaders(response.headers);
  // Who prefers an answer gets it from the document, and nothing is remembered of the call.
  if (lifecycle && status < 300 && Object.keys(preferences).length === 0) {
    const outcome = await lifecycle.respond(operation.iid ?? '', request, body);
    if (outcome && 'refused' in outcome) return refuseAsDeclared(400, outcome.refused, request, prism);
    if (outcome) return { status, headers, body: outcome.body };
  }
  return {
    status,
    headers: { ...headers, ...violationsHeader(violations) },
    body: status === 401 ? body : withViolations(body, violations.request, operation),
  };
}

export function refuse(status: number, details: string): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: errorBody(status, details) };
}

/** With the headers that the document declares for the status, if it does. */
function refuseAsDeclared(status: number, details: string, request: PrismRequest, prism: Prism): Answer {
  const refusal = refuse(status, details);
  const declared = textHeaders(prism.declared(request, status)?.headers);
  return { ...refusal, headers: { ...declared, ...refusal.headers } };
}

function textHeaders(headers: Record<string, unknown> = {}): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== null && value !== undefined) texts[name.toLowerCase()] = String(value);
  }
  return texts;
}
