// The named sets of values. Generated from spec/dist/openapi.json by `pnpm generate`; do not edit.
import type * as api from '@agentsource/types';
import { isOneOf } from '../enums/is-one-of.ts';

/** All values of `ProspectsEventIdentifier`, in the order of the document. */
export const prospectsEventIdentifierValues = ['prospect_changed_role', 'prospect_changed_company', 'prospect_job_start_anniversary'] as const;

/** Whether a value is one of `ProspectsEventIdentifier` as this version of the document lists them. */
export function isProspectsEventIdentifier(value: unknown): value is api.ProspectsEventIdentifier {
  return isOneOf(prospectsEventIdentifierValues, value);
}

/** All values of `RequestStatus`, in the order of the document. */
export const requestStatusValues = ['success', 'miss', 'failure'] as const;

/** Whether a value is one of `RequestStatus` as this version of the document lists them. */
export function isRequestStatus(value: unknown): value is api.RequestStatus {
  return isOneOf(requestStatusValues, value);
}
