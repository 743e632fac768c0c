// The requests and responses of operations by names. Generated from spec/dist/openapi.json by `pnpm generate`; do not edit.
import type { operations } from './openapi.ts';

/** Request body of `POST /v1/prospects/events/enrollments`. */
export type AddProspectsEnrollmentsRequest = NonNullable<operations['add_prospects_enrollments']['requestBody']>['content']['application/json'];

/**
 * Successful answer of `POST /v1/prospects/events/enrollments`.
 *
 * This is base response model for all responses in partner service.
 */
export type AddProspectsEnrollmentsResponse = operations['add_prospects_enrollments']['responses'][200]['content']['application/json'];

/**
 * Request body of `POST /v1/webhooks`.
 *
 * Register the receiver of deliveries
 */
export type AddWebhookRequest = NonNullable<operations['add_webhook']['requestBody']>['content']['application/json'];

/**
 * Successful answer of `POST /v1/webhooks`.
 *
 * Register the receiver of deliveries
 */
export type AddWebhookResponse = operations['add_webhook']['responses'][200]['content']['application/json'];

/**
 * Request body of `POST /v1/webhooks/check_connectivity`.
 *
 * Send simulated events to the receiver of deliveries
 */
export type CheckWebhookConnectivityRequest = NonNullable<operations['check_webhook_connectivity']['requestBody']>['content']['application/json'];

/**
 * Successful answer of `POST /v1/webhooks/check_connectivity`.
 *
 * Send simulated events to the receiver of deliveries
 */
export type CheckWebhookConnectivityResponse = operations['check_webhook_connectivity']['responses'][200]['content']['application/json'];

/**
 * Request body of `DELETE /v1/prospects/events/enrollments`.
 *
 * End an enrollment
 */
export type DeleteProspectsEnrollmentsRequest = NonNullable<operations['delete_prospects_enrollments']['requestBody']>['content']['application/json'];

/**
 * Successful answer of `DELETE /v1/prospects/events/enrollments`.
 *
 * End an enrollment
 */
export type DeleteProspectsEnrollmentsResponse = operations['delete_prospects_enrollments']['responses'][200]['content']['application/json'];

/**
 * Successful answer of `DELETE /v1/webhooks/{partner_id}`.
 *
 * Remove the receiver of deliveries
 */
export type DeleteWebhookResponse = operations['delete_webhook']['responses'][200]['content']['application/json'];

/**
 * Request body of `POST /v1/prospects/events`.
 *
 * Fetch the events of prospects
 */
export type FetchProspectsEventsRequest = NonNullable<operations['fetch_prospects_events']['requestBody']>['content']['application/json'];

/**
 * Successful answer of `POST /v1/prospects/events`.
 *
 * Fetch the events of prospects
 */
export type FetchProspectsEventsResponse = operations['fetch_prospects_events']['responses'][200]['content']['application/json'];

/**
 * Successful answer of `GET /v1/prospects/events/enrollments`.
 *
 * List the enrollments of prospects
 */
export type GetProspectsEnrollmentsResponse = operations['get_prospects_enrollments']['responses'][200]['content']['application/json'];

/**
 * Successful answer of `GET /v1/webhooks/{partner_id}`.
 *
 * Read the receiver of deliveries and its secret
 */
export type GetWebhookResponse = operations['get_webhook']['responses'][200]['content']['application/json'];

/**
 * Request body of `PATCH /v1/prospects/events/enrollments`.
 *
 * Replace what an enrollment watches
 */
export type UpdateProspectsEnrollmentsRequest = NonNullable<operations['update_prospects_enrollments']['requestBody']>['content']['application/json'];

/**
 * Successful answer of `PATCH /v1/prospects/events/enrollments`.
 *
 * Replace what an enrollment watches
 */
export type UpdateProspectsEnrollmentsResponse = operations['update_prospects_enrollments']['responses'][200]['content']['application/json'];
