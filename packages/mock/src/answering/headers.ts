// The declared headers of an answer, each with its example or a generated value, spelled as OpenAPI's style `simple` has it.
import { isJsonMediaType } from '@agentsource/openapi/media-type';
import type { Header } from '../declared/responses.ts';
import { isObject } from '../json.ts';
import { schemaViolations, type Violation } from '../judging/violations.ts';
import type { Generator } from './generate.ts';

export interface Headers {
  headers: Record<string, string>;
  violations: Violation[];
}

export function headersFor(declared: readonly Header[], generator: Generator): Headers {
  const headers: Record<string, string> = {};
  const violations: Violation[] = [];
  for (const header of declared) {
    const [example] = header.examples;
    const { value, errors } =
      example || header.schema === undefined
        ? { value: example?.value ?? '', errors: [] }
        : generator.make(header.schema);
    const text = spell(value, header).replace(UNSENDABLE, encodeURIComponent);
    headers[header.name.toLowerCase()] = text.slice(0, LONGEST);
    if (text.length > LONGEST) violations.push(tooLong(header.name));
    violations.push(
      ...schemaViolations(errors, value, { side: 'response', part: 'header', name: header.name }),
    );
  }
  return { headers, violations };
}

/** Many clients take no more than 16 kB of headers. */
const LONGEST = 2_000;

function tooLong(name: string): Violation {
  const message = `Response header ${name} is cut off at ${LONGEST} characters`;
  return { path: ['header', name.toLowerCase()], code: 'maxLength', message, severity: 0 };
}

/** What HTTP does not allow in a header. */
const UNSENDABLE = /[^\t\x20-\x7e\x80-\xff]+/g;

function spell(value: unknown, { mediaType, explode }: Header): string {
  if (mediaType !== undefined) {
    return typeof value === 'string' && !isJsonMediaType(mediaType) ? value : JSON.stringify(value);
  }
  if (Array.isArray(value)) return value.map(scalar).join(',');
  if (!isObject(value)) return scalar(value);
  const entries = Object.entries(value).map(([name, inner]) => [name, scalar(inner)] as const);
  return entries.map(([name, text]) => (explode ? `${name}=${text}` : `${name},${text}`)).join(',');
}

function scalar(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
}
