// Says in the answer's body what was wrong with the request; Prism says it only in the sl-violations header.
import { isObject } from '../document.ts';
import type { PrismRequest, Violation } from '../prism/index.ts';

/** One entry of the API's 422 body. */
interface ValidationErrorEntry {
  loc: (string | number)[];
  msg: string;
  type: string;
}

/** JSON Schema keyword to the type that the API's framework names for it; other keywords keep their own name. */
const TYPES: Record<string, string> = {
  required: 'missing',
  additionalProperties: 'extra_forbidden',
  pattern: 'string_pattern_mismatch',
  minLength: 'string_too_short',
  maxLength: 'string_too_long',
  minItems: 'too_short',
  maxItems: 'too_long',
};

/**
 * Puts the violations where the document's answer has a place for them: the list `detail` of a 422, the sentence
 * `details` of a 400. An answer of another shape stays as the document has it.
 */
export function explain(body: unknown, violations: readonly Violation[], request: PrismRequest): unknown {
  if (!isObject(body) || violations.length === 0) return body;
  const entries = violations.map((violation) => entryOf(violation, request));
  if (Array.isArray(body.detail)) return { ...body, detail: entries };
  if (typeof body.details === 'string') return { ...body, details: sentence(entries) };
  return body;
}

function sentence(entries: readonly ValidationErrorEntry[]): string {
  return entries.map(({ loc, msg }) => `${loc.join('.')}: ${msg}`).join('; ');
}

function entryOf({ path = [], code, message }: Violation, request: PrismRequest): ValidationErrorEntry {
  const loc = locOf(path.length > 0 ? path : ['body'], request);
  const msg = message.replace(/^(?:Request|Response) \w+ (?:(?:property|parameter) \S+ )?/, '');
  // The keyword speaks of the object; the entry names the property.
  const property =
    code === 'required'
      ? /required property '(.*)'$/.exec(message)?.[1]
      : code === 'additionalProperties'
        ? /; found '(.*)'$/.exec(message)?.[1]
        : undefined;
  if (property !== undefined) loc.push(property);
  const type = TYPES[String(code)] ?? (code === 415 ? 'content_type' : String(code ?? 'value_error'));
  return { loc, msg, type };
}

/** Prism gives a JSON Pointer's segments as they are; an index is a number only where the body has a list. */
function locOf([where = 'body', ...segments]: readonly string[], request: PrismRequest): (string | number)[] {
  let value: unknown = where === 'body' ? request.body : undefined;
  const loc: (string | number)[] = [where];
  for (const segment of segments) {
    const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    loc.push(Array.isArray(value) ? Number(key) : key);
    value = isObject(value) || Array.isArray(value) ? (value as Record<string, unknown>)[key] : undefined;
  }
  return loc;
}
