// Makes the error of an answer: reads every error body that the API documents, and survives all others.
import type { CallFacts } from './client-types.ts';
import {
  AuthenticationError,
  ExploriumError,
  MalformedResponseError,
  PermissionError,
  RateLimitedError,
  RequestFailedError,
  RequestValidationError,
  ServerError,
  type ValidationProblem,
} from './errors.ts';
import { parseRetryAfter, readRateLimit } from './rate-limit.ts';

/** A call's result, of this client or of any openapi-fetch client. */
export type Answer = { data?: unknown; error?: unknown; response: Response } & Partial<CallFacts>;

// Longer bodies than this (an HTML page, say) are cut in the message; `body` has the whole.
const SAID_MAX = 300;

/** The error of a result; `undefined` when it is a success. */
export function errorFromAnswer({ data, error, response, ...facts }: Answer): ExploriumError | undefined {
  const { ok, status, headers } = response;
  const body: any = ok ? data : error;
  const Class = ok ? classOfSuccess(body, status, facts.call) : classOfStatus(status);
  if (!Class) return;

  const problems = readProblems(body?.detail);
  const correlationId = body?.correlation_id ?? body?.response_context?.correlation_id;
  const retryAfter = parseRetryAfter(headers.get('Retry-After') ?? String(body?.retry_after));
  return new Class(
    describe(`${status} ${said(body, problems) || response.statusText}`, {
      ...facts,
      correlationId,
      retryAfter,
    }),
    {
      mayHaveActed: ok || status > 499,
      ...facts,
      status,
      code: body?.error ?? body?.code,
      correlationId,
      problems,
      body,
      response,
      retryAfter,
      rateLimit: readRateLimit(headers),
    },
  );
}

/** The message of an error: which call, what happened, and what support or a log reader will ask for. */
export function describe(
  what: string,
  {
    call,
    attempts = 0,
    correlationId,
    retryAfter,
  }: Partial<CallFacts> & { correlationId?: unknown; retryAfter?: number | undefined },
): string {
  const notes = [
    correlationId && `correlation id ${correlationId}`,
    retryAfter !== undefined && `retry after ${retryAfter} s`,
    attempts > 1 && `${attempts} attempts`,
  ].filter(Boolean);
  return (call ? `${call}: ` : '') + what.trim() + (notes[0] ? ` (${notes.join(', ')})` : '');
}

function classOfStatus(status: number): typeof ExploriumError {
  const classes: Record<number, typeof ExploriumError> = {
    400: RequestValidationError,
    401: AuthenticationError,
    403: PermissionError,
    422: RequestValidationError,
    429: RateLimitedError,
  };
  return classes[status] ?? (status > 499 ? ServerError : ExploriumError);
}

function classOfSuccess(body: any, status: number, call?: string): typeof ExploriumError | undefined {
  if (body === undefined && status !== 204 && status !== 205 && !call?.startsWith('HEAD'))
    return MalformedResponseError;
  return body?.response_context?.request_status === 'failure' ? RequestFailedError : undefined;
}

function readProblems(detail: unknown): ValidationProblem[] {
  if (!Array.isArray(detail)) return [];
  return detail.map((item) => ({
    path: [item?.loc ?? []].flat().join('.'),
    message: String(item?.msg),
    type: String(item?.type),
  }));
}

/** The server's own words, from whichever documented body this is. */
function said(body: any, problems: ValidationProblem[]): string {
  if (body === undefined || body === '') return 'with an empty body';
  if (body.response_context) return 'with request_status "failure"';
  const listed = problems.map(({ path, message }) => `${path}: ${message}`).join('; ');
  const words = listed || body.details || body.detail || body.message || body.title || body;
  return (typeof words === 'string' ? words : JSON.stringify(words)).slice(0, SAID_MAX);
}
