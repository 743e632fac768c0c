// The components by their names. Generated from spec/dist/openapi.json by `pnpm generate`; do not edit.
import type { components } from './openapi.ts';

/** The body of 400, 401, 403, 500 and 503. */
export type ErrorResponse = components['schemas']['ErrorResponse'];

/** HTTPValidationError */
export type HTTPValidationError = components['schemas']['HTTPValidationError'];

/** A prospect works for another company. */
export type ProspectChangedCompanyEvent = components['schemas']['ProspectChangedCompanyEvent'];

/** A prospect has another role. */
export type ProspectChangedRoleEvent = components['schemas']['ProspectChangedRoleEvent'];

/** An event of a prospect; `event_name` tells which data it has. */
export type ProspectEvent = components['schemas']['ProspectEvent'];

/** The data of a change of role or company. */
export type ProspectJobChange = components['schemas']['ProspectJobChange'];

/** The data of an anniversary of a job's start. */
export type ProspectJobStartAnniversary = components['schemas']['ProspectJobStartAnniversary'];

/** The anniversary of the day on which a prospect began the present job. */
export type ProspectJobStartAnniversaryEvent = components['schemas']['ProspectJobStartAnniversaryEvent'];

/** Prospects that are watched for events, under one key. */
export type ProspectsEnrollment = components['schemas']['ProspectsEnrollment'];

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
