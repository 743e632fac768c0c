// The limits of an enrollment. Generated from spec/dist/openapi.json by `pnpm generate`; do not edit.
/** Where enrollments are added, by POST. */
export const ENROLLMENTS_PATH = "/v1/prospects/events/enrollments";

/** Prospect ids in one request, at most. */
export const MAX_PROSPECT_IDS = 20;

/** What every prospect id matches. */
export const PROSPECT_ID_PATTERN = "^[a-f0-9]{40}$";

/** Characters in an enrollment key, at least. */
export const MIN_ENROLLMENT_KEY_LENGTH = 4;
