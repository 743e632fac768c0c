// The components by their names. Generated from spec/dist/openapi.json by `pnpm generate`; do not edit.
import type { components } from './openapi.ts';

/** The body of 400, 401, 403, 500 and 503. */
export type ErrorResponse = components['schemas']['ErrorResponse'];

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

export type ProspectsEnrollmentsAddRequest = components['schemas']['ProspectsEnrollmentsAddRequest'];

/** This is base response model for all responses in partner service. */
export type ProspectsEnrollmentsAddResponse = components['schemas']['ProspectsEnrollmentsAddResponse'];

/**
 * The `ProspectsEventIdentifier` class is an enumeration that defines event identifiers related to prospects.
 *
 * This enum is used to categorize and track events associated with prospects, such as:
 * - Role changes (e.g., when a prospect changes their role within a company)
 * - Company changes (e.g., when a prospect moves to a new company)
 * - Job anniversaries (e.g., celebrating the anniversary of a prospect's job start date)
 *
 * These identifiers ensure consistent handling and classification of prospect-related events across the application.
 */
export type ProspectsEventIdentifier = components['schemas']['ProspectsEventIdentifier'];

/** The body of 429, documented in two shapes. */
export type RateLimitError = components['schemas']['RateLimitError'];

export type RateLimitExceeded = components['schemas']['RateLimitExceeded'];

export type RateLimitExceededCode = components['schemas']['RateLimitExceededCode'];

/**
 * The `RequestStatus` class is an enumeration that defines the possible statuses of a request.
 *
 * This enum is used to indicate whether a request was successful, missed, or failed. It ensures
 * consistent handling of request statuses across the application.
 *
 * Attributes:
 *     SUCCESS: Indicates that the request was successfully processed.
 *     MISS: Indicates that the request did not find any matching data.
 *     FAILURE: Indicates that the request encountered an error or failure.
 */
export type RequestStatus = components['schemas']['RequestStatus'];

export type ResponseContext = components['schemas']['ResponseContext'];

export type ValidationError = components['schemas']['ValidationError'];
