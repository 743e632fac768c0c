// From a complete request to a complete answer: JSON first, then the document, and every refusal in the API's own error shape.
import { writeBody } from '../answering/bodies.ts';
import { isProblem, type Preferences } from '../answering/choose.ts';
import { errorBody } from '../errors.ts';
import type { MockRequest } from '../judging/request.ts';
import type { Answered, Responder } from '../responder.ts';
import type { Lifecycle } from '../stateful/index.ts';
import { parsePrefer } from './prefer.ts';
import { type IncomingRequest, readJson, readRequest } from './request.ts';
import { withViolations } from './validation-errors.ts';
import { violationsHeader } from './violations-header.ts';

export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  /** Undefined for no body. */
  text?: string;
}

export async function answer(
  incoming: IncomingRequest,
  responder: Responder,
  lifecycle?: Lifecycle,
): Promise<HttpAnswer> {
  let request: MockRequest;
  let preferences: Preferences;
  try {
    request = readRequest(incoming);
    preferences = parsePrefer(incoming.headers.prefer);
  } catch (error) {
    return refuse(400, (error as Error).message);
  }
  try {
    request.json = readJson(incoming);
  } catch (error) {
    const details = `The request body is not valid JSON: ${(error as Error).message}`;
    return refuseAsDeclared(400, details, request, responder);
  }
  const result = await responder.answer(request, preferences);
  if (isProblem(result)) return refuse(result.status, result.detail);
  const { operation, answer } = result;
  // Who prefers an answer gets it from the document, and nothing is remembered of the call.
  if (lifecycle && answer.status < 300 && Object.keys(preferences).length === 0) {
    const outcome = await lifecycle.respond(operation.id ?? '', request, answer.body?.value);
    if (outcome && 'refused' in outcome) return refuseAsDeclared(400, outcome.refused, request, responder);
    if (outcome) return written(result, outcome.body);
  }
  return said(result);
}

/** With what was wrong, in the body and in the header. */
function said(result: Answered): HttpAnswer {
  const { answer, violations } = result;
  const { value } = answer.body ?? {};
  const body = answer.status === 401 ? value : withViolations(value, violations);
  const header = violationsHeader({ request: violations, response: answer.violations });
  const { headers, ...rest } = written(result, body);
  return { ...rest, headers: { ...headers, ...header } };
}

/** With the body in the place of the answer's, where that has one. */
function written({ answer }: Answered, value: unknown): HttpAnswer {
  const { status, headers, body } = answer;
  if (!body) return { status, headers };
  // What has no form in its media type is sent as JSON, and its violations say so.
  const { text, contentType } = writeBody(value, body.mediaType) ?? {
    text: JSON.stringify(value),
    contentType: body.mediaType,
  };
  return { status, headers: { ...headers, 'content-type': contentType }, text };
}

export function refuse(status: number, details: string): HttpAnswer {
  const text = JSON.stringify(errorBody(status, details));
  return { status, headers: { 'content-type': 'application/json' }, text };
}

/** With the headers that the document declares for the status, if it does. */
function refuseAsDeclared(
  status: number,
  details: string,
  request: MockRequest,
  responder: Responder,
): HttpAnswer {
  const refusal = refuse(status, details);
  return { ...refusal, headers: { ...responder.declaredHeaders(request, status), ...refusal.headers } };
}
