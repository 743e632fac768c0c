// An answer as it is sent, and what is made into one: what the document has, and refusals in the API's own error shape.
import type { Answer } from '../answering/answer.ts';
import { writeBody } from '../answering/bodies.ts';
import { isProblem } from '../answering/choose.ts';
import type { Operation } from '../declared/operations.ts';
import { errorBody } from '../errors.ts';
import type { Responder } from '../responder.ts';

export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  /** Undefined for no body. */
  text?: string;
}

/** With the value in the place of the answer's body, where that has one. */
export function written({ status, headers, body }: Answer, value: unknown): HttpAnswer {
  if (!body) return { status, headers };
  // What has no form in its media type is sent as JSON, and its violations say so.
  const { text, contentType } = writeBody(value, body.mediaType) ?? {
    text: JSON.stringify(value),
    contentType: body.mediaType,
  };
  return { status, headers: { ...headers, 'content-type': contentType }, text };
}

export function refuse(status: number, details: string): HttpAnswer {
  return inJson(status, errorBody(status, details));
}

export function inJson(status: number, value: unknown): HttpAnswer {
  return { status, headers: { 'content-type': 'application/json' }, text: JSON.stringify(value) };
}

/** With the headers that the document declares for the status, if it does. */
export function refuseAsDeclared(
  status: number,
  details: string,
  operation: Operation,
  responder: Responder,
): HttpAnswer {
  const refusal = refuse(status, details);
  const declared = responder.declared(operation, { code: status });
  return { ...refusal, headers: { ...(isProblem(declared) ? {} : declared.headers), ...refusal.headers } };
}
