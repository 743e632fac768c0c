// What a referee says before the two are combined: a change at a field of an operation.
import type { Severity } from './change.ts';
import type { Kind, Side } from './policy.ts';

/** A place from the operation's point of view. */
export interface Field {
  /** `body`, `query.limit`, `200`; empty for the operation itself. */
  root: string;
  /** Within the root, `.filters.contact_types[]`; empty for the root itself. */
  path: string;
}

export interface DocumentFinding {
  operation: string | null;
  side: Side;
  /** Null for what is neither in a request nor in a response. */
  field: Field;
  kind: Kind;
  pointer: string;
  words: string;
}

export interface TypesFinding {
  operation: string | null;
  side: Side;
  field: Field;
  severity: Severity;
  kind: 'types-incompatible' | 'types-name-lost' | 'types-name-gained';
  pointer: string;
  /** The compiler's own words where it has any. */
  words: string;
}

export const NOWHERE: Field = { root: '', path: '' };

/** Statuses whose bodies are an answer and not an error. */
export function isSuccess(status: string): boolean {
  return status.startsWith('2');
}

/** `.name`, or `["some name"]` where a dotted path would be misread. */
export function segment(name: string): string {
  return /^[\w$@-]+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** `filters.contact_types[]`; the root is only named where it is not the body or the one success. */
export function fieldName({ root, path }: Field): string {
  const within = path.replace(/^\./, '');
  if (within === '') return root;
  return root === 'body' || isSuccess(root) ? within : `${root}${path}`;
}

/** Whether one place is the other, or holds it. */
export function related(one: Field, other: Field): boolean {
  if (one.root !== other.root) return false;
  return holds(one.path, other.path) || holds(other.path, one.path);
}

function holds(outer: string, inner: string): boolean {
  return inner.startsWith(outer) && /^(?:$|[.[])/.test(inner.slice(outer.length));
}
