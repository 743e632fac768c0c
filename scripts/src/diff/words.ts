// How values are compared and how they are shown in a report.
import type { Json } from '../document/openapi.ts';

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

export function showList(values: readonly Json[]): string {
  return values.map(show).join(', ');
}

/** Text as Markdown code, safe whatever it holds. */
export function code(text: string, limit = 100): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const short = line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
  return short.includes('`') ? `\`\` ${short} \`\`` : `\`${short}\``;
}
