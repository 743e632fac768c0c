// The operations as functions. Generated from spec/dist/openapi.json by `pnpm generate`; do not edit.
import type * as api from '@agentsource/types';
import { callOperation, type OperationClient, type OperationOptions } from '../operations/call-operation.ts';

/** What {@link getProspectsEnrollments} takes. */
export interface GetProspectsEnrollmentsOptions extends OperationOptions {}

/**
 * List the enrollments of prospects
 *
 * `GET /v1/prospects/events/enrollments`
 *
 * @throws {RequestValidationError} 400: The request could not be understood.
 * @throws {AuthenticationError} 401: The API key is missing or not recognised.
 * @throws {PermissionError} 403: The key may not do this, or is out of credits.
 * @throws {RequestValidationError} 422: The request does not satisfy the schema.
 * @throws {RateLimitedError} 429: More than 200 requests in 60 seconds with this key.
 * @throws {ServerError} 500: The service met an error of its own.
 * @throws {ServerError} 503: The service can't answer at the moment.
 * @throws {ExploriumError} a subclass, whenever there is no success: what `unwrap` throws.
 * @example
 * ```ts
 * import { createClient } from '@agentsource/client';
 * import { getProspectsEnrollments } from '@agentsource/client/operations';
 *
 * const client = createClient(); // the key is in EXPLORIUM_API_KEY
 * const answer = await getProspectsEnrollments(client);
 * console.log(answer.enrollments);
 * ```
 */
export function getProspectsEnrollments(client: OperationClient, options?: GetProspectsEnrollmentsOptions): Promise<api.GetProspectsEnrollmentsResponse> {
  return callOperation(client, 'get', '/v1/prospects/events/enrollments', options);
}

/** What {@link addProspectsEnrollments} takes. */
export interface AddProspectsEnrollmentsOptions extends OperationOptions {
  /** The body, as JSON. */
  body: api.AddProspectsEnrollmentsRequest;
}

/**
 * Add enrollments for prospects
 *
 * `POST /v1/prospects/events/enrollments`
 *
 * - `body.enrollment_key`: At least 4 characters.
 * - `body.event_types`: At least 1 item.
 * - `body.prospect_ids`: 1 to 20 items; each 40 characters of a-f and 0-9.
 *
 * @throws {RequestValidationError} 400: The request could not be understood.
 * @throws {AuthenticationError} 401: The API key is missing or not recognised.
 * @throws {PermissionError} 403: The key may not do this, or is out of credits.
 * @throws {RequestValidationError} 422: Validation Error
 * @throws {RateLimitedError} 429: More than 200 requests in 60 seconds with this key.
 * @throws {ServerError} 500: The service met an error of its own.
 * @throws {ServerError} 503: The service can't answer at the moment.
 * @throws {ExploriumError} a subclass, whenever there is no success: what `unwrap` throws.
 * @example
 * ```ts
 * import { createClient } from '@agentsource/client';
 * import { addProspectsEnrollments } from '@agentsource/client/operations';
 *
 * const client = createClient(); // the key is in EXPLORIUM_API_KEY
 * const answer = await addProspectsEnrollments(client, {
 *   body: {
 *     enrollment_key: 'tech_executives_monitor',
 *     event_types: ['prospect_changed_role', 'prospect_changed_company'],
 *     prospect_ids: ['20ae6cbf564ee683e66685e429844a5ff8ffc30f', '4c485f009d59e319dc039cdf3e935b85014e6a33'],
 *   },
 * });
 * console.log(answer.enrollment_key);
 * ```
 */
export function addProspectsEnrollments(client: OperationClient, options: AddProspectsEnrollmentsOptions): Promise<api.AddProspectsEnrollmentsResponse> {
  return callOperation(client, 'post', '/v1/prospects/events/enrollments', options);
}

/** What {@link deleteProspectsEnrollments} takes. */
export interface DeleteProspectsEnrollmentsOptions extends OperationOptions {
  /** The body, as JSON. */
  body: api.DeleteProspectsEnrollmentsRequest;
}

/**
 * End an enrollment
 *
 * `DELETE /v1/prospects/events/enrollments`
 *
 * - `body.request_context`: Whatever the caller wants to send along.
 * - `body.enrollment_id`: Names the enrollment to update and delete.
 *
 * @throws {RequestValidationError} 400: The request could not be understood.
 * @throws {AuthenticationError} 401: The API key is missing or not recognised.
 * @throws {PermissionError} 403: The key may not do this, or is out of credits.
 * @throws {RequestValidationError} 422: The request does not satisfy the schema.
 * @throws {RateLimitedError} 429: More than 200 requests in 60 seconds with this key.
 * @throws {ServerError} 500: The service met an error of its own.
 * @throws {ServerError} 503: The service can't answer at the moment.
 * @throws {ExploriumError} a subclass, whenever there is no success: what `unwrap` throws.
 * @example
 * ```ts
 * import { createClient } from '@agentsource/client';
 * import { deleteProspectsEnrollments } from '@agentsource/client/operations';
 *
 * const client = createClient(); // the key is in EXPLORIUM_API_KEY
 * const answer = await deleteProspectsEnrollments(client, { body: { enrollment_id: 'en_8d52c3f1' } });
 * console.log(answer.response_context);
 * ```
 */
export function deleteProspectsEnrollments(client: OperationClient, options: DeleteProspectsEnrollmentsOptions): Promise<api.DeleteProspectsEnrollmentsResponse> {
  return callOperation(client, 'delete', '/v1/prospects/events/enrollments', options);
}

/** What {@link updateProspectsEnrollments} takes. */
export interface UpdateProspectsEnrollmentsOptions extends OperationOptions {
  /** The body, as JSON. */
  body: api.UpdateProspectsEnrollmentsRequest;
}

/**
 * Replace what an enrollment watches
 *
 * Key, event types and prospects are replaced as a whole, not added to.
 *
 * `PATCH /v1/prospects/events/enrollments`
 *
 * - `body.request_context`: Whatever the caller wants to send along.
 * - `body.enrollment_id`: Names the enrollment to update and delete.
 * - `body.enrollment_key`: Chosen by the caller; arrives in every event delivered for the enrollment. At least 4 characters.
 * - `body.event_types`: At least 1 item.
 * - `body.prospect_ids`: 1 to 20 items; each 40 characters of a-f and 0-9.
 *
 * @throws {RequestValidationError} 400: The request could not be understood.
 * @throws {AuthenticationError} 401: The API key is missing or not recognised.
 * @throws {PermissionError} 403: The key may not do this, or is out of credits.
 * @throws {RequestValidationError} 422: The request does not satisfy the schema.
 * @throws {RateLimitedError} 429: More than 200 requests in 60 seconds with this key.
 * @throws {ServerError} 500: The service met an error of its own.
 * @throws {ServerError} 503: The service can't answer at the moment.
 * @throws {ExploriumError} a subclass, whenever there is no success: what `unwrap` throws.
 * @example
 * ```ts
 * import { createClient } from '@agentsource/client';
 * import { updateProspectsEnrollments } from '@agentsource/client/operations';
 *
 * const client = createClient(); // the key is in EXPLORIUM_API_KEY
 * const answer = await updateProspectsEnrollments(client, {
 *   body: {
 *     enrollment_id: 'en_8d52c3f1',
 *     enrollment_key: 'tech_executives_monitor',
 *     event_types: ['prospect_changed_role'],
 *     prospect_ids: ['20ae6cbf564ee683e66685e429844a5ff8ffc30f', '4c485f009d59e319dc039cdf3e935b85014e6a33'],
 *   },
 * });
 * console.log(answer.enrollment_key);
 * ```
 */
export function updateProspectsEnrollments(client: OperationClient, options: UpdateProspectsEnrollmentsOptions): Promise<api.UpdateProspectsEnrollmentsResponse> {
  return callOperation(client, 'patch', '/v1/prospects/events/enrollments', options);
}

/** What {@link fetchProspectsEvents} takes. */
export interface FetchProspectsEventsOptions extends OperationOptions {
  /** The body, as JSON. */
  body: api.FetchProspectsEventsRequest;
}

/**
 * Fetch the events of prospects
 *
 * `POST /v1/prospects/events`
 *
 * - `body.request_context`: Whatever the caller wants to send along.
 * - `body.event_types`: At least 1 item.
 * - `body.prospect_ids`: 1 to 40 items; no item twice; each 40 characters of a-f and 0-9.
 * - `body.timestamp_from`: An ISO date and time, or a date as YYYY-MM-DD. An ISO 8601 date and time or a date as YYYY-MM-DD.
 * - `body.timestamp_to`: An ISO date and time, or a date as YYYY-MM-DD. An ISO 8601 date and time or a date as YYYY-MM-DD.
 *
 * @throws {RequestValidationError} 400: The request could not be understood.
 * @throws {AuthenticationError} 401: The API key is missing or not recognised.
 * @throws {PermissionError} 403: The key may not do this, or is out of credits.
 * @throws {RequestValidationError} 422: The request does not satisfy the schema.
 * @throws {RateLimitedError} 429: More than 200 requests in 60 seconds with this key.
 * @throws {ServerError} 500: The service met an error of its own.
 * @throws {ServerError} 503: The service can't answer at the moment.
 * @throws {ExploriumError} a subclass, whenever there is no success: what `unwrap` throws.
 * @example
 * ```ts
 * import { createClient } from '@agentsource/client';
 * import { fetchProspectsEvents } from '@agentsource/client/operations';
 *
 * const client = createClient(); // the key is in EXPLORIUM_API_KEY
 * const answer = await fetchProspectsEvents(client, {
 *   body: {
 *     event_types: ['prospect_changed_role'],
 *     prospect_ids: ['20ae6cbf564ee683e66685e429844a5ff8ffc30f', '4c485f009d59e319dc039cdf3e935b85014e6a33'],
 *     timestamp_from: '2026-01-01',
 *   },
 * });
 * console.log(answer.output_events);
 * ```
 */
export function fetchProspectsEvents(client: OperationClient, options: FetchProspectsEventsOptions): Promise<api.FetchProspectsEventsResponse> {
  return callOperation(client, 'post', '/v1/prospects/events', options);
}

/** What {@link addWebhook} takes. */
export interface AddWebhookOptions extends OperationOptions {
  /** The body, as JSON. */
  body: api.AddWebhookRequest;
}

/**
 * Register the receiver of deliveries
 *
 * A partner has one receiver; registering another replaces it and issues a new secret.
 *
 * `POST /v1/webhooks`
 *
 * - `body.request_context`: Whatever the caller wants to send along.
 *
 * @throws {RequestValidationError} 400: The request could not be understood.
 * @throws {AuthenticationError} 401: The API key is missing or not recognised.
 * @throws {PermissionError} 403: The key may not do this, or is out of credits.
 * @throws {RequestValidationError} 422: The request does not satisfy the schema.
 * @throws {RateLimitedError} 429: More than 200 requests in 60 seconds with this key.
 * @throws {ServerError} 500: The service met an error of its own.
 * @throws {ServerError} 503: The service can't answer at the moment.
 * @throws {ExploriumError} a subclass, whenever there is no success: what `unwrap` throws.
 * @example
 * ```ts
 * import { createClient } from '@agentsource/client';
 * import { addWebhook } from '@agentsource/client/operations';
 *
 * const client = createClient(); // the key is in EXPLORIUM_API_KEY
 * const answer = await addWebhook(client, { body: { partner_id: 'acme', webhook_url: 'https://hooks.example.com/explorium' } });
 * console.log(answer.created_at);
 * ```
 */
export function addWebhook(client: OperationClient, options: AddWebhookOptions): Promise<api.AddWebhookResponse> {
  return callOperation(client, 'post', '/v1/webhooks', options);
}

/** What {@link getWebhook} takes. */
export interface GetWebhookOptions extends OperationOptions {
  /** The parameters in the path. */
  path: api.operations['get_webhook']['parameters']['path'];
}

/**
 * Read the receiver of deliveries and its secret
 *
 * `GET /v1/webhooks/{partner_id}`
 *
 * @throws {RequestValidationError} 400: The request could not be understood.
 * @throws {AuthenticationError} 401: The API key is missing or not recognised.
 * @throws {PermissionError} 403: The key may not do this, or is out of credits.
 * @throws {RequestValidationError} 422: The request does not satisfy the schema.
 * @throws {RateLimitedError} 429: More than 200 requests in 60 seconds with this key.
 * @throws {ServerError} 500: The service met an error of its own.
 * @throws {ServerError} 503: The service can't answer at the moment.
 * @throws {ExploriumError} a subclass, whenever there is no success: what `unwrap` throws.
 * @example
 * ```ts
 * import { createClient } from '@agentsource/client';
 * import { getWebhook } from '@agentsource/client/operations';
 *
 * const client = createClient(); // the key is in EXPLORIUM_API_KEY
 * const answer = await getWebhook(client, { path: { partner_id: 'acme' } });
 * console.log(answer.created_at);
 * ```
 */
export function getWebhook(client: OperationClient, options: GetWebhookOptions): Promise<api.GetWebhookResponse> {
  return callOperation(client, 'get', '/v1/webhooks/{partner_id}', options);
}

/** What {@link deleteWebhook} takes. */
export interface DeleteWebhookOptions extends OperationOptions {
  /** The parameters in the path. */
  path: api.operations['delete_webhook']['parameters']['path'];
}

/**
 * Remove the receiver of deliveries
 *
 * `DELETE /v1/webhooks/{partner_id}`
 *
 * @throws {RequestValidationError} 400: The request could not be understood.
 * @throws {AuthenticationError} 401: The API key is missing or not recognised.
 * @throws {PermissionError} 403: The key may not do this, or is out of credits.
 * @throws {RequestValidationError} 422: The request does not satisfy the schema.
 * @throws {RateLimitedError} 429: More than 200 requests in 60 seconds with this key.
 * @throws {ServerError} 500: The service met an error of its own.
 * @throws {ServerError} 503: The service can't answer at the moment.
 * @throws {ExploriumError} a subclass, whenever there is no success: what `unwrap` throws.
 * @example
 * ```ts
 * import { createClient } from '@agentsource/client';
 * import { deleteWebhook } from '@agentsource/client/operations';
 *
 * const client = createClient(); // the key is in EXPLORIUM_API_KEY
 * const answer = await deleteWebhook(client, { path: { partner_id: 'acme' } });
 * console.log(answer.response_context);
 * ```
 */
export function deleteWebhook(client: OperationClient, options: DeleteWebhookOptions): Promise<api.DeleteWebhookResponse> {
  return callOperation(client, 'delete', '/v1/webhooks/{partner_id}', options);
}

/** What {@link checkWebhookConnectivity} takes. */
export interface CheckWebhookConnectivityOptions extends OperationOptions {
  /** The body, as JSON. */
  body: api.CheckWebhookConnectivityRequest;
}

/**
 * Send simulated events to the receiver of deliveries
 *
 * `POST /v1/webhooks/check_connectivity`
 *
 * - `body.request_context`: Whatever the caller wants to send along.
 *
 * @throws {RequestValidationError} 400: The request could not be understood.
 * @throws {AuthenticationError} 401: The API key is missing or not recognised.
 * @throws {PermissionError} 403: The key may not do this, or is out of credits.
 * @throws {RequestValidationError} 422: The request does not satisfy the schema.
 * @throws {RateLimitedError} 429: More than 200 requests in 60 seconds with this key.
 * @throws {ServerError} 500: The service met an error of its own.
 * @throws {ServerError} 503: The service can't answer at the moment.
 * @throws {ExploriumError} a subclass, whenever there is no success: what `unwrap` throws.
 * @example
 * ```ts
 * import { createClient } from '@agentsource/client';
 * import { checkWebhookConnectivity } from '@agentsource/client/operations';
 *
 * const client = createClient(); // the key is in EXPLORIUM_API_KEY
 * const answer = await checkWebhookConnectivity(client, {
 *   body: {
 *     partner_id: 'acme',
 *     simulation: { event_name: 'prospect_changed_role', number_of_events: 2, event_time: '2026-01-01T00:00:00Z' },
 *   },
 * });
 * console.log(answer.response_context);
 * ```
 */
export function checkWebhookConnectivity(client: OperationClient, options: CheckWebhookConnectivityOptions): Promise<api.CheckWebhookConnectivityResponse> {
  return callOperation(client, 'post', '/v1/webhooks/check_connectivity', options);
}
