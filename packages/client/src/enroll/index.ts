// Entry point `@agentsource/client/enroll`.

export type { EarlierRecord, EarlierRecords } from './checkpoint.ts';
export type { ProspectIds } from './cut-batches.ts';
export {
  type EarlierEndRecord,
  type EndEnrollmentsOptions,
  type EndingClient,
  endEnrollments,
} from './end-enrollments.ts';
export type { EndedRecord, EndRecord, EndTotals, NotEndedRecord } from './end-records.ts';
export { enrollProspects } from './enroll-prospects.ts';
export type { HandledEvents } from './handled-events.ts';
export { type AskingClient, type MissedEventsOptions, missedEvents } from './missed-events.ts';
export type { EnrollProspectsOptions } from './options.ts';
export { readProspectId } from './prospect-id.ts';
export type {
  EnrolledRecord,
  EnrollmentRecord,
  EnrollmentTotals,
  FailedRecord,
  InvalidRecord,
  SendingRecord,
  UnknownRecord,
} from './records.ts';
export type { EnrollingClient } from './send-batch.ts';
