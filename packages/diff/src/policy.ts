// The closed list of kinds of change, and what each means in a request, in a response and in an error: the policy itself.
import { highest, type Severity } from './change.ts';

/** B breaking, F feature, X fix, - nothing; `†` the service became stricter for callers already deployed. */
type Mark = 'B†' | 'B' | 'F' | 'X†' | 'X' | '-';

/**
 * Who is expected to see a change of this kind. `both`: it shows in the generated types, so that a silent compiler means
 * that a rule is wrong. `document`: types cannot show it. `either`: depends on how the schema is spelled.
 */
type SeenBy = 'both' | 'document' | 'either';

interface Rule {
  /** What the kind means, for the documentation. */
  meaning: string;
  request: Mark;
  response: Mark;
  /** In the body of an error, where it differs: an error type that grew is a feature by choice. */
  error?: Mark;
  seenBy: SeenBy;
}

const rule = (meaning: string, request: Mark, response: Mark, seenBy: SeenBy, error?: Mark): Rule => ({
  meaning,
  request,
  response,
  seenBy,
  ...(error === undefined ? {} : { error }),
});

/** One entry for each kind; `kind` in the JSON output is one of these keys. */
const RULES = {
  // Properties.
  'property-removed': rule('a property is gone', 'B', 'B', 'both'),
  'closed-property-removed': rule('a property is gone and additional ones are refused', 'B†', 'B', 'both'),
  'property-added': rule('a new optional property', 'F', 'F', 'both'),
  'required-property-added': rule('a new required property', 'B†', 'F', 'both'),
  'property-became-required': rule('an optional property is required now', 'B†', 'F', 'both'),
  'property-became-optional': rule('a required property is optional now', 'F', 'B', 'both', 'F'),
  // Values.
  'enum-value-added': rule('one more value is allowed', 'F', 'B', 'both', 'F'),
  'enum-value-removed': rule('a value is no longer allowed', 'B†', 'F', 'both'),
  'became-enum': rule('any value of the type before, listed values now', 'B†', 'F', 'both'),
  'stopped-being-enum': rule('listed values before, any value of the type now', 'F', 'B', 'both', 'F'),
  'type-changed': rule('another type, or another constant', 'B†', 'B', 'both'),
  'integer-to-number': rule('integer → number', 'X', 'X', 'document'),
  'number-to-integer': rule('number → integer', 'X†', 'X', 'document'),
  'null-added': rule('null is allowed', 'F', 'B', 'both', 'F'),
  'null-removed': rule('null is no longer allowed', 'B†', 'F', 'both'),
  'branch-added': rule('one more alternative (anyOf, oneOf, several types)', 'F', 'B', 'either', 'F'),
  'branch-removed': rule('an alternative (anyOf, oneOf, several types) is gone', 'B†', 'F', 'either'),
  'became-typed': rule('any value before, a described one now', 'B†', 'F', 'both'),
  'stopped-being-typed': rule('a described value before, any value now', 'F', 'B', 'both', 'F'),
  'became-tuple': rule('a list of any length before, items listed one by one now', 'B†', 'F', 'both'),
  'stopped-being-tuple': rule('items listed one by one before, a list now', 'F', 'B', 'both', 'F'),
  'map-value-narrowed': rule('additional properties of any type before, of one type now', 'B†', 'F', 'both'),
  'map-value-widened': rule(
    'additional properties of one type before, of any type now',
    'F',
    'B',
    'both',
    'F',
  ),
  'additional-properties-refused': rule(
    'additional properties are refused, and were not mentioned before',
    'B†',
    '-',
    'either',
  ),
  'map-removed': rule(
    'additional properties are refused, and were described or expressly allowed',
    'B†',
    'B',
    'both',
  ),
  'map-unmentioned': rule(
    'additional properties are no longer mentioned, and were described or expressly allowed',
    'B',
    'B',
    'both',
  ),
  'additional-properties-allowed': rule('additional properties are allowed', 'F', '-', 'either'),
  'discriminator-changed': rule('another property tells the alternatives apart', 'B', 'B', 'either'),
  'became-read-only': rule('readOnly switched on', 'B†', '-', 'document'),
  'stopped-being-read-only': rule('readOnly switched off', 'F', '-', 'document'),
  'became-write-only': rule('writeOnly switched on', '-', 'B', 'document'),
  'stopped-being-write-only': rule('writeOnly switched off', '-', 'F', 'document'),
  'constraint-tightened': rule(
    'a constraint (pattern, format, min…, max…, uniqueItems) is new, stricter or different',
    'X†',
    'X',
    'document',
  ),
  'constraint-loosened': rule('a constraint is gone or less strict', 'X', 'X', 'document'),
  'default-changed': rule('another default, a new one, or none any more', 'X', 'X', 'document'),
  // Parameters, bodies, media types, statuses, headers.
  'parameter-added': rule('a new optional parameter', 'F', '-', 'both'),
  'required-parameter-added': rule('a new required parameter', 'B†', '-', 'both'),
  'parameter-removed': rule('a parameter is gone', 'B', '-', 'both'),
  'path-parameter-renamed': rule('another name in the path template; the URL is the same', 'B', '-', 'both'),
  'parameter-became-required': rule('an optional parameter is required now', 'B†', '-', 'both'),
  'parameter-became-optional': rule('a required parameter is optional now', 'F', '-', 'both'),
  'parameter-style-changed': rule('style, explode or allowReserved of a parameter', 'X†', '-', 'document'),
  'body-added': rule('an optional request body where there was none', 'F', '-', 'both'),
  'required-body-added': rule('a required request body where there was none', 'B†', '-', 'both'),
  'body-removed': rule('the request body is gone', 'B', '-', 'both'),
  'body-became-required': rule('an optional request body is required now', 'B†', '-', 'both'),
  'body-became-optional': rule('a required request body is optional now', 'F', '-', 'both'),
  'media-type-added': rule('one more media type', 'F', 'F', 'both'),
  'media-type-removed': rule('a media type is gone', 'B', 'B', 'both'),
  'success-status-added': rule('one more 2xx status', '-', 'B', 'both'),
  'success-status-removed': rule('a 2xx status is gone', '-', 'B', 'both'),
  'error-status-added': rule('one more status other than 2xx', '-', 'F', 'both'),
  'error-status-removed': rule('a status other than 2xx is gone', '-', 'B', 'both'),
  'header-added': rule('one more response header', '-', 'X', 'document'),
  'header-removed': rule('a response header is gone', '-', 'X', 'document'),
  'header-changed': rule('the schema of a response header', '-', 'X', 'document'),
  // Operations and the document as a whole.
  'operation-added': rule('a new operation', 'F', 'F', 'both'),
  'operation-removed': rule('an operation is gone', 'B†', 'B†', 'both'),
  'operation-id-renamed': rule('another operationId, which is an exported name', 'B', 'B', 'both'),
  'component-added': rule('a new exported name', 'F', 'F', 'both'),
  'component-removed': rule('an exported name is gone', 'B', 'B', 'both'),
  'server-added': rule('one more server', 'F', 'F', 'document'),
  'server-changed': rule('a server changed, went, or is no longer the first', 'B†', 'B†', 'document'),
  'authentication-required': rule(
    'authentication is newly required, or every known way changed',
    'B†',
    '-',
    'document',
  ),
  'authentication-alternative-added': rule(
    'one more way to authenticate, or none needed',
    'F',
    '-',
    'document',
  ),
  'authentication-alternative-dropped': rule(
    'one way to authenticate less, others stay',
    'X',
    '-',
    'document',
  ),
  'tags-changed': rule('tags', 'X', 'X', 'document'),
  deprecated: rule('deprecated, or no longer so', 'X', 'X', 'document'),
  'documentation-changed': rule('description, summary, title, example and their like', 'X', 'X', 'document'),
  // What only the compiler saw: a rule above is missing, and the report says so.
  'types-incompatible': rule('the compiler refuses it, and no rule says why', 'B', 'B', 'either'),
  'types-name-lost': rule('a name is gone from the types, and no rule says why', 'B', 'B', 'either'),
  'types-name-gained': rule('a name is new in the types, and no rule says why', 'F', 'F', 'either'),
} as const satisfies Record<string, Rule>;

export type Kind = keyof typeof RULES;

/** Every kind there is. */
export const KINDS = Object.keys(RULES) as Kind[];

/** The policy as text: each kind, its mark in a request and in a response (in an error, where it differs), its meaning. */
export function describeKinds(): string {
  const width = Math.max(...KINDS.map((kind) => kind.length));
  const lines = KINDS.map((kind) => {
    const { request, response, error, meaning }: Rule = RULES[kind];
    const answer = error === undefined ? response : `${response} (${error})`;
    return `  ${kind.padEnd(width)}  ${request.padEnd(2)}  ${answer.padEnd(6)}  ${meaning}`;
  });
  return `${lines.join('\n')}\n`;
}

/** Where a change stands. `unreached`: in a component that no operation uses; the worse of the two directions counts. */
export type Side = 'request' | 'response' | 'error' | 'unreached';

export interface Ruling {
  severity: Severity;
  wireBreaking: boolean;
}

const SEVERITY_OF: Record<string, Severity> = { B: 'breaking', F: 'feature', X: 'fix', '-': 'none' };

export function rulingOf(kind: Kind, side: Side): Ruling {
  const rule: Rule = RULES[kind];
  if (side === 'unreached') {
    const severity = highest([toRuling(rule.request).severity, toRuling(rule.response).severity]);
    return { severity, wireBreaking: false };
  }
  return toRuling(side === 'error' ? (rule.error ?? rule.response) : rule[side]);
}

export function seenBy(kind: Kind): SeenBy {
  return RULES[kind].seenBy;
}

function toRuling(mark: Mark): Ruling {
  return { severity: SEVERITY_OF[mark.charAt(0)] ?? 'none', wireBreaking: mark.endsWith('†') };
}
