// A place from an operation's point of view, which both comparators name alike.

export interface Field {
  /** `body`, `query.limit`, `200`; empty for the operation itself. */
  root: string;
  /** Within the root, `.filters.contact_types[]`; empty for the root itself. */
  path: string;
}

export const NOWHERE: Field = { root: '', path: '' };

export function rootField(root: string): Field {
  return { root, path: '' };
}

/** Whether a status means success: its body is what was asked for, and not an error. */
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
