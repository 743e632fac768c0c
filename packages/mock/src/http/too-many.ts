// The answer to one request too many, as the document declares it, with true numbers.
import { isProblem } from '../answering/choose.ts';
import type { Operation } from '../declared/operations.ts';
import { isObject } from '../json.ts';
import type { Responder } from '../responder.ts';
import type { Count } from '../traffic/rate-limit.ts';
import { type HttpAnswer, refuse, written } from './http-answer.ts';

export function tooMany(
  operation: Operation,
  { retryAfter, message }: Count,
  responder: Responder,
): { answer: HttpAnswer; refused: string } {
  const declared = responder.declared(operation, { code: 429 });
  if (isProblem(declared)) return { answer: refuse(429, message), refused: message };
  const value = declared.body?.value;
  const body = isObject(value) ? { ...value } : value;
  if (isObject(body)) {
    if (typeof body.retry_after === 'number') body.retry_after = retryAfter;
    for (const name of ['message', 'details', 'detail'])
      if (typeof body[name] === 'string') body[name] = message;
  }
  return { answer: written(declared, body), refused: message };
}
