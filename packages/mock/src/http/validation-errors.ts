// Says in the answer's body what was wrong with the request; Prism says it only in the header `sl-violations`.
import { validationErrors } from '@agentsource/client/fastapi';
import { isObject } from '../json.ts';
import { schemaViolationOf } from '../judging/violations.ts';
import type { Operation, Violation } from '../responder.ts';

type ValidationError = ReturnType<typeof validationErrors>[number];

/**
 * Puts the violations where the document's response has a place for them: the list `detail` of a 422, the sentence
 * `details` of a 400. A body of another shape stays as the document has it.
 */
export function withViolations(
  body: unknown,
  violations: readonly Violation[],
  operation: Operation,
): unknown {
  // A warning, such as of a deprecated parameter, refuses nothing.
  const errors = violations.filter(({ severity }) => severity === 0);
  if (!isObject(body) || errors.length === 0) return body;
  const entries = errors.flatMap((violation) => entriesOf(violation, operation));
  if (Array.isArray(body.detail)) return { ...body, detail: entries };
  if (typeof body.details === 'string') return { ...body, details: sentence(entries) };
  return body;
}

function sentence(entries: readonly ValidationError[]): string {
  return entries.map(({ loc, msg }) => `${loc.join('.')}: ${msg}`).join('; ');
}

function entriesOf(violation: Violation, operation: Operation): ValidationError[] {
  const found = schemaViolationOf(violation);
  if (found) {
    const entries = validationErrors([found.error], found.request);
    return entries.map((entry) => withDeclaredName(entry, operation));
  }
  const { path = ['body'], code, message } = violation;
  if (code === 'required') {
    const missing = { instancePath: '', keyword: 'required', params: { missingProperty: 'body' } };
    return validationErrors([missing], {});
  }
  return [{ loc: path, msg: message, type: code === 415 ? 'content_type' : 'value_error' }];
}

/** Prism knows a parameter by its name in lower case. */
function withDeclaredName({ loc, ...error }: ValidationError, { request = {} }: Operation): ValidationError {
  const [part, name, ...rest] = loc;
  const { path = [], query = [], headers = [] } = request;
  const parameters = part === 'path' ? path : part === 'query' ? query : part === 'header' ? headers : [];
  const declared = parameters.find((parameter) => parameter.name.toLowerCase() === name)?.name;
  return part === undefined || declared === undefined
    ? { loc, ...error }
    : { loc: [part, declared, ...rest], ...error };
}
