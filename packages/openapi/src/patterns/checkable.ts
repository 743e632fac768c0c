// What a validator is given of a document's patterns: each is run in time that grows with the text's length and no faster, and
// slow ones that can't be are left out.
import type { OpenApiDocument } from '../document.ts';
import { slowPatternsOf } from '../slow-patterns.ts';
import { leaveOutPatterns } from './leave-out.ts';
import { linearRegExps, regExpEngine } from './linear-regexp.ts';

export interface CheckablePatterns {
  /** The document without the patterns that can't be checked; itself when it has none. */
  document: OpenApiDocument;
  /** Runs the others: ajv's `code.regExp`. */
  regExp: ReturnType<typeof regExpEngine>;
}

/** @param document normalised, so that its slow patterns are marked. */
export function checkablePatterns(document: OpenApiDocument): CheckablePatterns {
  const linear = linearRegExps();
  const slow = slowPatternsOf(document).map(({ pattern }) => pattern);
  const unchecked = new Set(slow.filter((pattern) => linear(pattern) === undefined));
  return { document: leaveOutPatterns(document, unchecked), regExp: regExpEngine(linear) };
}
