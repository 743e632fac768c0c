// The limits of an enrollment. Generated from spec/dist/openapi.json by `pnpm generate`; do not edit.
/** Where enrollments are added, by POST. */
export const ENROLLMENTS_PATH = "/v1/prospects/events/enrollments";

/** Prospect ids in one request, at most. */
export const MAX_PROSPECT_IDS = 20;

/** What every prospect id matches. */
export const PROSPECT_ID_PATTERN = "^[a-f0-9]{40}$";

/** Characters in an enrollment key, at least. */
export const MIN_ENROLLMENT_KEY_LENGTH = 4;

/** Where the events of prospects are asked for, by POST. */
export const EVENTS_PATH = "/v1/prospects/events";

/** Prospect ids in one such request, at most. */
export const MAX_EVENT_PROSPECT_IDS = 40;

/** The events that can be asked for. */
export const EVENT_TYPES = ["prospect_changed_role","prospect_changed_company","prospect_job_start_anniversary"] as const;
