// Every error class, and the guard that knows them.
export { AbortError } from './abort-error.ts';
export { AuthenticationError } from './authentication-error.ts';
export { ConnectionError } from './connection-error.ts';
export { ExploriumError, type ExploriumErrorDetails, type ValidationProblem } from './explorium-error.ts';
export { type AnyExploriumError, isExploriumError } from './is-explorium-error.ts';
export { MalformedResponseError } from './malformed-response-error.ts';
export { PermissionError } from './permission-error.ts';
export { RateLimitedError } from './rate-limited-error.ts';
export { RedirectError } from './redirect-error.ts';
export { RequestFailedError } from './request-failed-error.ts';
export { RequestValidationError } from './request-validation-error.ts';
export { ServerError } from './server-error.ts';
export { TimeoutError } from './timeout-error.ts';
export { UsageError } from './usage-error.ts';
