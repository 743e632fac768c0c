// The answer that a test has told: what the document declares for it, with what was told in its place.
import { isProblem } from '../answering/choose.ts';
import type { ToldAnswer } from '../control/told-answer.ts';
import type { Operation } from '../declared/operations.ts';
import type { MockRequest } from '../judging/request.ts';
import { essenceOf } from '../media-types.ts';
import type { Responder } from '../responder.ts';
import { type HttpAnswer, inJson, refuse, written } from './http-answer.ts';
import { violationsHeader } from './violations-header.ts';

/** Whether what was told is an answer of its own, and which: otherwise it is about the answer that comes anyway. */
export function isWanted({ status, example, body }: ToldAnswer, outcome: 'error' | 'success'): boolean {
  if (status === undefined && example === undefined && body === undefined) return false;
  return status !== undefined && status >= 400 ? outcome === 'error' : outcome === 'success';
}

export function answerAsTold(
  told: ToldAnswer,
  { operation, request }: { operation: Operation; request: MockRequest },
  responder: Responder,
): HttpAnswer {
  const { status, example, body } = told;
  const preferences = {
    ...(status !== undefined && { code: status }),
    ...(example !== undefined && { exampleKey: example }),
    ...(body !== undefined && { body: { value: body } }),
  };
  const wanted = responder.declared(operation, preferences, request.headers.accept);
  // Who accepts nothing that there is gets what was told all the same.
  const declared = isProblem(wanted) ? responder.declared(operation, preferences) : wanted;
  const type = Object.entries(told.headers ?? {}).find(
    ([name]) => name.toLowerCase() === 'content-type',
  )?.[1];
  if (typeof body === 'string' && type && !/[/+]json$/.test(essenceOf(type))) {
    const { headers = {} } = isProblem(declared) ? {} : declared;
    return { status: isProblem(declared) ? (status ?? 200) : declared.status, headers, text: body };
  }
  if (isProblem(declared)) return undeclared(told);
  const answer = written(declared, declared.body?.value);
  const violations = violationsHeader({ request: [], response: declared.violations });
  return { ...answer, headers: { ...answer.headers, ...violations } };
}

/** Over those that there are; `null` leaves one out. */
export function withToldHeaders(answer: HttpAnswer, { headers = {} }: ToldAnswer): HttpAnswer {
  const all: Record<string, string> = { ...answer.headers };
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) delete all[name.toLowerCase()];
    else all[name.toLowerCase()] = value;
  }
  return { ...answer, headers: all };
}

/** A status that the document knows nothing of. */
function undeclared({ status = 200, body }: ToldAnswer): HttpAnswer {
  if (status === 204 || status === 205 || status === 304) return { status, headers: {} };
  if (body !== undefined) return inJson(status, body);
  return refuse(status, `A test told the mock to answer ${status}`);
}
