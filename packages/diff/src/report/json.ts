// The JSON that spec:diff and spec:bump print: one object, and nothing else on standard output.
import type { Hit } from '@agentsource/openapi/document';
import type { Change, Comparator, Verdict } from '../change.ts';
import type { Bump } from '../releases.ts';
import type { Severity } from '../severity.ts';
import type { Use } from '../usage/find.ts';

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

/** A change as JSON tells of it; `referees` are the comparators. */
type ChangeJson = Omit<Change, 'field' | 'words' | 'comparators'> & { referees: Comparator[] };

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
    changes: verdict.changes.map(changeToJson),
    normalised: [...normalised],
    releases,
    changeset,
  };
}

function changeToJson({ field: _field, words: _words, comparators, ...change }: Change): ChangeJson {
  return { ...change, referees: comparators };
}

/** A use as JSON tells of it: its changes by their place in `changes`. */
export interface UseJson {
  file: string;
  line: number;
  text: string;
  changes: number[];
}

export function usesToJson(uses: readonly Use[], all: readonly Change[]): UseJson[] {
  return uses.map(({ changes, ...use }) => ({
    ...use,
    changes: changes.map((change) => all.indexOf(change)),
  }));
}
