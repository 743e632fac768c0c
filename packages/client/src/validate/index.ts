// Entry point `@agentsource/client/validate`: checks requests against the document before they cost a request.
import type { paths, ValidationError } from '@agentsource/types';
import { UsageError } from '../errors/usage-error.ts';
import { requestValidators } from '../generated/validators.ts';
import type { Middleware } from '../transport/openapi-fetch-types.ts';
import { validationErrors } from './fastapi.ts';

/** What of a request is checked. */
export interface CheckedRequest {
  /** The JSON body as it would be passed to the client; forms, texts and bytes are not checked. */
  body?: unknown;
  /** Path and query parameters as they would be passed to the client. Headers and cookies are not checked. */
  params?: { path?: unknown; query?: unknown };
}

/**
 * What the service's 422 would say of a request, found without sending it: one entry for each violation of the
 * document's schema, with FastAPI's names in `type`. Empty when the request satisfies the document.
 *
 * `format` (`date-time`, `uri` …) is not checked: in the document's dialect it only describes, and the service takes
 * more spellings of a date than RFC 3339 does. Nor is a `pattern` that JavaScript may take longer over than anybody waits
 * (`^(a+)+$`): such a request passes, and the service has its say.
 *
 * @param method HTTP method, in capitals.
 * @param path the path as the document spells it.
 * @throws {UsageError} when the document has no such operation.
 * @example
 * ```ts
 * import { requestProblems } from '@agentsource/client/validate';
 *
 * const [problem] = requestProblems('POST', '/v1/prospects/events/enrollments', {
 *   body: { enrollment_key: 'abc', event_types: ['prospect_changed_role'], prospect_ids: ['20ae6cbf564ee683e66685e429844a5ff8ffc30f'] },
 * });
 * console.log(problem); // { loc: ['body', 'enrollment_key'], msg: 'String should have at least 4 characters', type: 'string_too_short' }
 * ```
 */
export function requestProblems(
  method: string,
  path: keyof paths,
  request: CheckedRequest,
): ValidationError[] {
  const problems = check(method, path, request);
  if (problems) return problems;
  throw new UsageError(`the document has no operation ${method} ${path}`);
}

/**
 * Middleware that checks every request before it is sent. A request that violates the document is answered, without
 * reaching the network, by a 422 of the very shape that the service sends, so that the code that handles the service's
 * refusals handles these too. Requests that satisfy the document, and calls that it does not know, pass unchanged.
 *
 * Works with any openapi-fetch client of these paths. The check runs once a call, not once an attempt. What
 * `requestProblems` does not check is not checked here either.
 *
 * @example
 * ```ts
 * import { createClient } from '@agentsource/client';
 * import { checkRequests } from '@agentsource/client/validate';
 *
 * const client = createClient({ apiKey: 'your-key' });
 * client.use(checkRequests());
 * ```
 */
export function checkRequests(): Middleware {
  return {
    async onRequest({ request, schemaPath, params }) {
      const body = await jsonBody(request);
      const problems = check(request.method, schemaPath, { params, ...body });
      if (!problems?.length) return undefined;
      return new Response(JSON.stringify({ detail: problems }), {
        status: 422,
        statusText: 'Checked before sending',
        headers: { 'Content-Type': 'application/json' },
      });
    },
  };
}

/** Undefined when the document has no such operation. */
function check(
  method: string,
  path: string,
  { body, params }: CheckedRequest,
): ValidationError[] | undefined {
  const call = `${method} ${path}`;
  const validate = Object.hasOwn(requestValidators, call) ? requestValidators[call] : undefined;
  if (!validate) return undefined;
  // As it will be on the wire: without what is undefined, dates as text.
  const request = JSON.parse(JSON.stringify({ body, path: params?.path ?? {}, query: params?.query ?? {} }));
  return validate(request) ? [] : validationErrors(validate.errors ?? [], request);
}

async function jsonBody(request: Request): Promise<{ body?: unknown }> {
  if (!/^[^;]*[/+]json\s*(;|$)/i.test(request.headers.get('Content-Type') ?? '')) return {};
  const text = await request.clone().text();
  try {
    return { body: JSON.parse(text) };
  } catch {
    // Not what the document asks for whatever it is; a string violates every object schema.
    return { body: text };
  }
}
