// What `endEnrollments` tells: one record per enrollment, and running totals.

/** How many enrollments went which way so far. */
export interface EndTotals {
  /** The service ended them. */
  ended: number;
  /** The service knows none of this id: it was ended before, or never was. */
  missing: number;
  /** The service refused, or was not reached. */
  failed: number;
  /** Nobody knows whether the service ended them. */
  unknown: number;
  /** The records of an earlier run answer for them; not sent. */
  skipped: number;
}

interface OneEnrollment {
  enrollmentId: string;
  /** Its enrollment key; absent where only its id was given. */
  key?: string;
  /** Its prospects; empty where only its id was given. */
  ids: string[];
  /** As of this record. */
  totals: EndTotals;
}

/** The service ended the enrollment (`ended`), or knows none of this id (`missing`). A resumed run leaves it. */
export interface EndedRecord extends OneEnrollment {
  status: 'ended' | 'missing';
  /** What the vendor's support asks for. */
  correlationId: string;
}

/** The service refused or was not reached (`failed`), or nobody knows (`unknown`). A resumed run sends it again: ending twice does no harm. */
export interface NotEndedRecord extends OneEnrollment {
  status: 'failed' | 'unknown';
  error: Error;
}

/** What became of an enrollment. `JSON.stringify` keeps all that `resumeFrom` needs. */
export type EndRecord = EndedRecord | NotEndedRecord;
