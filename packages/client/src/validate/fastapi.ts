// Entry point `@agentsource/client/fastapi`: violations of a document's schemas as what the service itself answers with a 422.
import type { ValidationError } from '@agentsource/types';
import type { Violation } from './runtime.ts';

export type { Violation } from './runtime.ts';

/**
 * Violations of a request as entries of a 422's `detail`, in the words of FastAPI, which the service is written with.
 *
 * @param violations as ajv reports them; each `instancePath` leads into `request`.
 * @param request `{ body, query, path, header }`, of which what was violated must be there.
 *
 * @example
 * ```ts
 * import { validationErrors } from '@agentsource/client/fastapi';
 *
 * const violation = { instancePath: '/body/enrollment_key', keyword: 'minLength', params: { limit: 4 } };
 * const [error] = validationErrors([violation], { body: { enrollment_key: 'abc' } });
 * console.log(error); // { loc: ['body', 'enrollment_key'], msg: 'String should have at least 4 characters', type: 'string_too_short' }
 * ```
 */
export function validationErrors(violations: readonly Violation[], request: unknown): ValidationError[] {
  return violations
    .filter(({ keyword }) => !SUMMARIES.has(keyword))
    .map((violation) => problem(violation, request));
}

// These only say that one of the others failed.
const SUMMARIES = new Set(['anyOf', 'if']);

function problem({ instancePath, keyword, params }: Violation, request: unknown): ValidationError {
  const { loc, value } = locate(instancePath, request);
  const key: unknown = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty;
  const [type, msg] = (WORDS[keyword] ?? otherwise)(params, value, keyword);
  return { loc: typeof key === 'string' ? [...loc, key] : loc, msg, type };
}

/** `/body/prospect_ids/0` → `['body', 'prospect_ids', 0]`, and the value there. */
function locate(instancePath: string, request: unknown): { loc: (string | number)[]; value: unknown } {
  const loc: (string | number)[] = [];
  let value = request;
  for (const part of instancePath.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    loc.push(Array.isArray(value) ? Number(key) : key);
    value = (value as Record<string, unknown>)[key];
  }
  return { loc, value };
}

// biome-ignore lint/suspicious/noExplicitAny: each keyword has parameters of its own.
type Words = (params: any, value: any, keyword: string) => [type: string, msg: string];

// The service is written with FastAPI: these are its names for the same violations, so that one handler does for both.
const WORDS: Record<string, Words> = {
  required: () => ['missing', 'Field required'],
  dependentRequired: () => ['missing', 'Field required'],
  additionalProperties: () => ['extra_forbidden', 'Extra inputs are not permitted'],
  unevaluatedProperties: () => ['extra_forbidden', 'Extra inputs are not permitted'],
  pattern: ({ pattern }) => ['string_pattern_mismatch', `String should match pattern '${shorten(pattern)}'`],
  format: ({ format }) => ['format', `Input should match format '${format}'`],
  minLength: ({ limit }) => ['string_too_short', `String should have at least ${count(limit, 'character')}`],
  maxLength: ({ limit }) => ['string_too_long', `String should have at most ${count(limit, 'character')}`],
  minItems: ({ limit }, { length }) => [
    'too_short',
    `List should have at least ${count(limit, 'item')}, not ${length}`,
  ],
  maxItems: ({ limit }, { length }) => [
    'too_long',
    `List should have at most ${count(limit, 'item')}, not ${length}`,
  ],
  uniqueItems: ({ i, j }) => ['not_unique', `Items ${Math.min(i, j)} and ${Math.max(i, j)} are the same`],
  enum: ({ allowedValues }) => [
    'enum',
    `Input should be ${allowedValues
      .map(quote)
      .join(', ')
      .replace(/, (?=[^,]*$)/, ' or ')}`,
  ],
  const: ({ allowedValue }) => ['literal_error', `Input should be ${quote(allowedValue)}`],
  minimum: ({ limit }) => ['greater_than_equal', `Input should be greater than or equal to ${limit}`],
  maximum: ({ limit }) => ['less_than_equal', `Input should be less than or equal to ${limit}`],
  exclusiveMinimum: ({ limit }) => ['greater_than', `Input should be greater than ${limit}`],
  exclusiveMaximum: ({ limit }) => ['less_than', `Input should be less than ${limit}`],
  multipleOf: ({ multipleOf }) => ['multiple_of', `Input should be a multiple of ${multipleOf}`],
  type: ({ type }) => {
    const types = [type].flat();
    return [TYPES[types[0]] ?? 'type', `Input should be of type ${types.join(' or ')}`];
  },
};

const TYPES: Record<string, string> = {
  array: 'list_type',
  boolean: 'bool_type',
  integer: 'int_type',
  null: 'none_required',
  number: 'float_type',
  object: 'dict_type',
  string: 'string_type',
};

const otherwise: Words = (_params, _value, keyword) => [
  keyword,
  `Input violates ${keyword} of the document's schema`,
];

function count(limit: number, what: string): string {
  return `${limit} ${what}${limit === 1 ? '' : 's'}`;
}

function quote(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
}

/** A real pattern can be 40 kB long. */
function shorten(pattern: string): string {
  return pattern.length > 200 ? `${pattern.slice(0, 200)}…` : pattern;
}
