// Says in the answer's body what was wrong with the request; Prism says it only in the header `sl-violations`.
import { validationErrors } from '@agentsource/client/fastapi';
import { isObject } from '../json.ts';
import type { Violation } from '../judging/violations.ts';

type ValidationError = ReturnType<typeof validationErrors>[number];

/** Members that say what is wrong, by their name. */
const TEXTS = ['details', 'detail', 'message', 'error_description', 'error', 'title'];

/**
 * Puts the violations where the document's response has a place for them: the list `detail` of a 422, or a member that is text, such
 * as `details` or `message`, where the schema takes it. A body of another shape stays as the document has it.
 */
export function withViolations(
  body: unknown,
  violations: readonly Violation[],
  isValid: (body: unknown) => boolean,
): unknown {
  // A warning, such as of a deprecated parameter, refuses nothing.
  const errors = violations.filter(({ severity }) => severity === 0);
  if (!isObject(body) || errors.length === 0) return body;
  if (Array.isArray(body.detail)) return { ...body, detail: errors.flatMap(entriesOf) };
  const said = sentence(errors);
  const candidates = TEXTS.filter((name) => typeof body[name] === 'string').map((name) => ({
    ...body,
    [name]: said,
  }));
  if (isObject(body.error) && typeof body.error.message === 'string') {
    candidates.push({ ...body, error: { ...body.error, message: said } });
  }
  return candidates.find(isValid) ?? body;
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
