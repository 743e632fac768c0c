// How values are compared and how they are shown in a report.
import type { Json } from '@agentsource/openapi/json';
import { code } from '@agentsource/openapi/markdown';

/** Characters of a value that are shown at most. */
const LONG = 100;

/** The same text for the same value, whatever the order of its keys. */
export function canonical(value: Json | undefined): string {
  return JSON.stringify(value, (_key, inner: Json) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}

/** A value in code quotes, on one line and of bearable length. */
export function show(value: Json | undefined): string {
  if (value === undefined) return 'none';
  return code(typeof value === 'string' ? JSON.stringify(value) : canonical(value));
}

/** `old → new`; two long values that would be cut off before they differ are only measured. */
export function showChange(old: Json | undefined, now: Json | undefined): string {
  const [before, after] = [canonical(old) ?? '', canonical(now) ?? ''];
  if (Math.min(before.length, after.length) < LONG) return `${show(old)} → ${show(now)}`;
  return `changed (${before.length} → ${after.length} characters)`;
}

export function showList(values: readonly Json[]): string {
  return values.map(show).join(', ');
}

/** A media type's name as HTTP compares it: case and blanks don't matter. */
export function mediaTypeKey(name: string): string {
  return name.toLowerCase().replaceAll(/\s/g, '');
}

/** A word of OpenAPI as it is, `query` or `404`; what the document has in its place as code. */
export function word(text: string): string {
  return /^\w+$/.test(text) ? text : code(text);
}
