// Makes the error of a call's result: reads every error body that the API documents, and survives all others.
import type { Unwrappable } from '../client-types.ts';
import { fieldsOf, stringOr } from '../fields.ts';
import { readRateLimit } from '../rate-limit/headers.ts';
import { AuthenticationError } from './authentication-error.ts';
import { ExploriumError, type ValidationProblem } from './explorium-error.ts';
import { PermissionError } from './permission-error.ts';
import { RateLimitedError } from './rate-limited-error.ts';
import { RequestFailedError } from './request-failed-error.ts';
import { RequestValidationError } from './request-validation-error.ts';
import { ServerError } from './server-error.ts';

/** The error of a result; `undefined` when it is a success. */
export function errorFromResult({
  data,
  error,
  response,
  ...facts
}: Unwrappable): ExploriumError | undefined {
  const { ok, status, statusText } = response;
  const body = ok ? data : error;
  const fields = fieldsOf(body);
  const context = fieldsOf(fields.response_context);
  if (ok && context.request_status !== 'failure') return;

  const problems = readProblems(fields.detail);
  // Cut, because it may be a page of HTML; `body` has the whole.
  const what = ok ? 'request_status "failure"' : said(body, problems).slice(0, 300) || statusText;
  const code = fields.error ?? fields.code;
  return new (ok ? RequestFailedError : classOf(status))(`${status} ${what}`, {
    mayHaveActed: ok || status > 499,
    ...facts,
    rateLimit: readRateLimit(response.headers),
    status,
    code: typeof code === 'number' ? code : stringOr(code, undefined),
    correlationId: stringOr(fields.correlation_id ?? context.correlation_id, undefined),
    problems,
    // An error is printed.
    body: 'webhook_secret' in fields ? { ...fields, webhook_secret: '[webhook secret]' } : body,
    response,
  });
}

function classOf(status: number): typeof ExploriumError {
  if (status === 401) return AuthenticationError;
  if (status === 403) return PermissionError;
  if (status === 429) return RateLimitedError;
  if (status > 499) return ServerError;
  return status === 400 || status === 422 ? RequestValidationError : ExploriumError;
}

/** What an error's body says, in words. */
function said(body: unknown, problems: ValidationProblem[]): string {
  const { details, detail, message, title } = fieldsOf(body);
  const words = [details, detail, message, title, body].find((one) => typeof one === 'string');
  return problems.map(({ path, message }) => `${path}: ${message}`).join('; ') || stringOr(words, '');
}

function readProblems(detail: unknown): ValidationProblem[] {
  if (!Array.isArray(detail)) return [];
  return detail.map(fieldsOf).map(({ loc, msg, type }) => ({
    // Nothing else is made text: it may be nested deeper than there is stack.
    path: [loc].flat().filter(isKey).join('.'),
    message: stringOr(msg, ''),
    type: stringOr(type, ''),
  }));
}

function isKey(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}
