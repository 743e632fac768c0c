// Makes the error of an answer: reads every error body that the API documents, and survives all others.
import type { CallFacts } from '../client-types.ts';
import type { Json } from '../json.ts';
import { readRateLimit } from '../rate-limit/headers.ts';
import {
  AuthenticationError,
  ExploriumError,
  PermissionError,
  RateLimitedError,
  RequestFailedError,
  RequestValidationError,
  ServerError,
  type ValidationProblem,
} from './explorium-error.ts';

/** A call's result, of this client or of any openapi-fetch client. */
export type Answer = { data?: unknown; error?: unknown; response: Response } & Partial<CallFacts>;

/** The error of a result; `undefined` when it is a success. */
export function errorFromAnswer({ data, error, response, ...facts }: Answer): ExploriumError | undefined {
  const { ok, status } = response;
  const body = (ok ? data : error) as Json;
  const context = body?.response_context;
  if (ok && context?.request_status !== 'failure') return;

  const problems = readProblems(body?.detail);
  const said =
    problems.map(({ path, message }) => `${path}: ${message}`).join('; ') ||
    [body?.details, body?.detail, body?.message, body?.title, body].find(
      (words) => typeof words === 'string',
    );
  // Cut, because it may be a page of HTML; `body` has the whole.
  const what = ok ? 'request_status "failure"' : said?.slice(0, 300) || response.statusText;
  return new (ok ? RequestFailedError : classOf(status))(`${status} ${what}`, {
    mayHaveActed: ok || status > 499,
    ...facts,
    rateLimit: readRateLimit(response.headers),
    status,
    code: body?.error ?? body?.code,
    correlationId: body?.correlation_id ?? context?.correlation_id,
    problems,
    body,
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

function readProblems(detail: Json): ValidationProblem[] {
  if (!Array.isArray(detail)) return [];
  return detail.map((item) => ({
    path: [item?.loc].flat().join('.'),
    message: `${item?.msg}`,
    type: `${item?.type}`,
  }));
}
