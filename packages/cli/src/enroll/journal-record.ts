// A line of the journal: what became of a batch, or where the rows that failed are.

/**
 * What is known of a batch: it is about to be sent (`sending`); the service enrolled it (`enrolled`), refused it for what is in it
 * (`failed`) or did not look at it (`not_sent`); nobody knows (`unknown`); it turned out that the service does not have it (`absent`), or
 * nobody can tell and it is to be sent again (`resend`).
 */
export interface BatchLine {
  status: (typeof STATUSES)[number];
  /** From 1. */
  batch: number;
  /** The enrollment key. */
  key: string;
  ids: readonly string[];
  /** When a `sending` was written, in milliseconds since 1970. */
  at?: number;
  /** Why it was not enrolled. */
  error?: string;
}

/** Where the rows that failed are written, and what was written, so that nothing else there is written over. */
interface FailedFileLine {
  status: 'failed_file';
  /** From the root. */
  path: string;
  sha256: string;
}

export type JournalRecord = BatchLine | FailedFileLine;

const STATUSES = ['sending', 'enrolled', 'failed', 'not_sent', 'unknown', 'absent', 'resend'] as const;

/** `undefined` where the line is none of a journal of this enrollment key. */
export function recordOf(line: string, key: string): JournalRecord | undefined {
  const found = parsed(line);
  if (found === undefined) return undefined;
  const isRecord = found.status === 'failed_file' ? isFailedFile(found) : isBatch(found, key);
  return isRecord ? (found as unknown as JournalRecord) : undefined;
}

export function parsed(line: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function isFailedFile({ path, sha256 }: Record<string, unknown>): boolean {
  return typeof path === 'string' && typeof sha256 === 'string';
}

function isBatch({ status, batch, key, ids }: Record<string, unknown>, expected: string): boolean {
  const isKnown = (STATUSES as readonly unknown[]).includes(status) && key === expected;
  const isNumbered = Number.isSafeInteger(batch) && Number(batch) > 0;
  return isKnown && isNumbered && Array.isArray(ids) && ids.every((id) => typeof id === 'string');
}
