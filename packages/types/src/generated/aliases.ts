// The names people type. Generated from spec/dist/openapi.json by `pnpm generate`; do not edit.
import type { components, operations } from './openapi.ts';

/** Request body of `POST /v1/prospects/events/enrollments`. Add Prospects Enrollments */
export type AddProspectsEnrollmentsRequest = NonNullable<operations['add_prospects_enrollments']['requestBody']>['content']['application/json'];

/** Successful answer of `POST /v1/prospects/events/enrollments`. Add Prospects Enrollments */
export type AddProspectsEnrollmentsResponse = operations['add_prospects_enrollments']['responses'][200]['content']['application/json'];

/** The body of 400, 401, 403, 500 and 503. */
export type ErrorResponse = components['schemas']['ErrorResponse'];

/** HTTPValidationError */
export type HTTPValidationError = components['schemas']['HTTPValidationError'];

/** ProspectsEnrollmentsAddRequest */
export type ProspectsEnrollmentsAddRequest = components['schemas']['ProspectsEnrollmentsAddRequest'];

/** This is base response model for all responses in partner service. */
export type ProspectsEnrollmentsAddResponse = components['schemas']['ProspectsEnrollmentsAddResponse'];

/** The `ProspectsEventIdentifier` class is an enumeration that defines event identifiers related to prospects. */
export type ProspectsEventIdentifier = components['schemas']['ProspectsEventIdentifier'];

/** The body of 429, documented in two shapes. */
export type RateLimitError = components['schemas']['RateLimitError'];

/** RateLimitExceeded */
export type RateLimitExceeded = components['schemas']['RateLimitExceeded'];

/** RateLimitExceededCode */
export type RateLimitExceededCode = components['schemas']['RateLimitExceededCode'];

/** The `RequestStatus` class is an enumeration that defines the possible statuses of a request. */
export type RequestStatus = components['schemas']['RequestStatus'];

/** ResponseContext */
export type ResponseContext = components['schemas']['ResponseContext'];

/** ValidationError */
export type ValidationError = components['schemas']['ValidationError'];
