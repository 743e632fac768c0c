// The guard for what is caught.
import type { AbortError } from './abort-error.ts';
import type { AuthenticationError } from './authentication-error.ts';
import type { ConnectionError } from './connection-error.ts';
import { BRAND, type ExploriumError } from './explorium-error.ts';
import type { MalformedResponseError } from './malformed-response-error.ts';
import type { PermissionError } from './permission-error.ts';
import type { RateLimitedError } from './rate-limited-error.ts';
import type { RedirectError } from './redirect-error.ts';
import type { RequestFailedError } from './request-failed-error.ts';
import type { RequestValidationError } from './request-validation-error.ts';
import type { ServerError } from './server-error.ts';
import type { TimeoutError } from './timeout-error.ts';
import type { UsageError } from './usage-error.ts';

/** Every `ExploriumError` by its `name`, so that the compiler narrows by `error.name` as well as by `instanceof`. */
export type AnyExploriumError =
  | (ExploriumError & { readonly name: 'ExploriumError' })
  | AbortError
  | AuthenticationError
  | ConnectionError
  | MalformedResponseError
  | PermissionError
  | RateLimitedError
  | RedirectError
  | RequestFailedError
  | RequestValidationError
  | ServerError
  | TimeoutError
  | UsageError;

/**
 * Whether a caught value is an `ExploriumError`, also one of another realm or of a second copy of this package.
 *
 * @example
 * ```ts
 * import { createClient, isExploriumError, unwrap } from '@agentsource/client';
 *
 * const client = createClient();
 * try {
 *   await unwrap(
 *     client.POST('/v1/prospects/events/enrollments', {
 *       body: { enrollment_key: 'monitor', event_types: ['prospect_changed_role'], prospect_ids: [] },
 *     }),
 *   );
 * } catch (error) {
 *   if (!isExploriumError(error)) throw error;
 *   if (error.name === 'RateLimitedError') console.log(`again in ${error.retryAfter} s`);
 *   else console.log(error.name, error.status, error.problems, error.correlationId);
 * }
 * ```
 */
export function isExploriumError(value: unknown): value is AnyExploriumError {
  return Object(value)[BRAND] === true;
}
