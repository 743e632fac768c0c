// What `enrollProspects` tells: one record per batch, and running totals.
import type { ExploriumError } from '../errors/explorium-error.ts';

/** Where the ids of the input went so far; counts of ids, but for `batches`. */
export interface EnrollmentTotals {
  /** Batches with an outcome, those of earlier runs that stay unknown included. */
  batches: number;
  /** Ids the service said it enrolled. */
  enrolled: number;
  /** Ids the service did not enroll: it refused them, or was not reached. */
  failed: number;
  /** Ids of which nobody knows whether the service enrolled them. */
  unknown: number;
  /** What isn't a prospect id by the document's pattern; never sent. */
  invalid: number;
  /** Ids that came up again in the input; each is sent once. */
  duplicates: number;
  /** Ids that the records of an earlier run answer for; not sent. */
  skipped: number;
}

interface BatchRecord {
  /** Number of the batch, from 1. */
  batch: number;
  /** The enrollment key it was sent with. */
  key: string;
  /** Its prospect ids, 1 to 20. */
  ids: string[];
  /** As of this record. */
  totals: EnrollmentTotals;
}

/** The service enrolled the batch. */
export interface EnrolledRecord extends BatchRecord {
  status: 'enrolled';
  enrollmentId: string;
  /** What the vendor's support asks for. */
  correlationId: string;
}

/** The service refused the batch or was not reached: it did not act on it. A resumed run sends it again. */
export interface FailedRecord extends BatchRecord {
  status: 'failed';
  error: Error;
}

/**
 * Nobody knows whether the service acted on the batch: the connection was lost after the request had left, the time
 * limit passed, the run was aborted, or the answer made no sense. A resumed run does not send it again unless told to.
 */
export interface UnknownRecord extends BatchRecord {
  status: 'unknown';
  error: Error;
}

/** Up to 20 values of the input that aren't prospect ids. They were not sent, and are in no batch. */
export interface InvalidRecord {
  status: 'invalid';
  ids: string[];
  /** The index of each in the input, from 0. */
  indexes: number[];
  /** A `RequestValidationError`; its `problems` say which ids. */
  error: ExploriumError;
  totals: EnrollmentTotals;
}

/** What became of a batch, or of ids that could not be sent. `JSON.stringify` keeps all that `resumeFrom` needs. */
export type EnrollmentRecord = EnrolledRecord | FailedRecord | UnknownRecord | InvalidRecord;

/** A batch that is about to be sent; see `onSend`. */
export interface SendingRecord {
  status: 'sending';
  batch: number;
  key: string;
  ids: string[];
}

/** A record before the totals are in it. */
export type Untotalled = EnrollmentRecord extends infer R
  ? R extends EnrollmentRecord
    ? Omit<R, 'totals'>
    : never
  : never;

/** Keeps the totals: counts a record and puts a copy of the totals into it. */
export class Tally {
  readonly #totals: EnrollmentTotals = {
    batches: 0,
    enrolled: 0,
    failed: 0,
    unknown: 0,
    invalid: 0,
    duplicates: 0,
    skipped: 0,
  };

  /** For the cutter, which counts what never becomes part of a record. */
  get counts(): Pick<EnrollmentTotals, 'duplicates' | 'skipped'> {
    return this.#totals;
  }

  count(record: Untotalled): EnrollmentRecord {
    this.#totals[record.status] += record.ids.length;
    if (record.status !== 'invalid') this.#totals.batches++;
    return { ...record, totals: { ...this.#totals } };
  }
}
