// The JSON that spec:diff and spec:bump print: one object, and nothing else on standard output.
import type { Hit } from '@agentsource/openapi/document';
import type { Change, Severity, Verdict } from '../change.ts';
import type { Bump } from '../releases.ts';

/** Which bytes were compared. */
export interface DocumentIdentity {
  version: string;
  /** Of the document's own bytes; a page's prose does not count. */
  sha256: string;
}

/** Everything a report tells of, in whatever form. */
export interface Comparison {
  /** Null when there was no document before. */
  from: DocumentIdentity | null;
  to: DocumentIdentity;
  verdict: Verdict;
  /** What normalisation respelled in the new document. */
  normalised: readonly Hit[];
  releases: Record<string, Bump>;
  /** Path of the changeset written for it, if one was. */
  changeset: string | null;
}

type ChangeJson = Omit<Change, 'field' | 'words'>;

export interface ComparisonJson {
  from: DocumentIdentity | null;
  to: DocumentIdentity;
  severity: Severity;
  changes: ChangeJson[];
  normalised: Hit[];
  releases: Record<string, Bump>;
  changeset: string | null;
}

export function toJson({ from, to, verdict, normalised, releases, changeset }: Comparison): ComparisonJson {
  return {
    from,
    to,
    severity: verdict.severity,
    changes: verdict.changes.map(({ field: _field, words: _words, ...change }) => change),
    normalised: [...normalised],
    releases,
    changeset,
  };
}
