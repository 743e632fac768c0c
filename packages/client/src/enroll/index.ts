// Entry point `@agentsource/client/enroll`.

export type { EarlierRecord, EarlierRecords } from './checkpoint.ts';
export type { ProspectIds } from './cut-batches.ts';
export { enrollProspects } from './enroll-prospects.ts';
export type { EnrollProspectsOptions } from './options.ts';
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
