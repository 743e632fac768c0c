// Says in the answer's body what was wrong with the request; Prism says it only in the header `sl-violations`.
import { validationErrors } from '@agentsource/client/fastapi';
import { isObject } from '../json.ts';
import type { Violation } from '../judging/violations.ts';

type ValidationError = ReturnType<typeof validationErrors>[number];

/**
 * Puts the violations where the document's response has a place for them: the list `detail` of a 422, the sentence
 * `details` of a 400. A body of another shape stays as the document has it.
 */
export function withViolations(body: unknown, violations: readonly Violation[]): unknown {
  // A warning, such as of a deprecated parameter, refuses nothing.
  const errors = violations.filter(({ severity }) => severity === 0);
  if (!isObject(body) || errors.length === 0) return body;
  if (Array.isArray(body.detail)) return { ...body, detail: errors.flatMap(entriesOf) };
  if (typeof body.details === 'string') return { ...body, details: sentence(errors) };
  return body;
}

/** All of them in one line. */
export function sentence(errors: readonly Violation[]): string {
  const entries = errors.flatMap((error) => entriesOf(error));
  return entries.map(({ loc, msg }) => (loc.length === 0 ? msg : `${loc.join('.')}: ${msg}`)).join('; ');
}

function entriesOf({ found, path = ['body'], code, message }: Violation): ValidationError[] {
  if (code === 401) return [{ loc: [], msg: message, type: 'unauthorized' }];
  if (found) return validationErrors([found.error], found.values);
  if (code === 'required') {
    const missing = { instancePath: '', keyword: 'required', params: { missingProperty: 'body' } };
    return validationErrors([missing], {});
  }
  return [{ loc: path, msg: message, type: code === 415 ? 'content_type' : 'value_error' }];
}
