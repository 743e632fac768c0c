// The policy, one table: every kind of change, what it means in a request, in a response and in an error, and how it shows
// in the types. Both comparators take their severities from here.
import { highest, type Severity } from './severity.ts';

/** B breaking, F feature, X fix, - nothing; `†` the service became stricter for callers already deployed. */
type Mark = 'B†' | 'B' | 'F' | 'X†' | 'X' | '-';

/** In a request and in a response; in brackets in the body of an error, where that differs. */
type Marks = `${Mark} ${Mark}` | `${Mark} ${Mark} (${Mark})`;

/**
 * What the compiler can tell of two types; coarser than the kinds. `wider`: what was assignable still is, and more;
 * `narrower`: something assignable before no longer is; `replaced`: nothing in common, which is both.
 */
export type TypeFact =
  | 'key-lost'
  | 'key-gained'
  | 'required-key-gained'
  | 'became-required'
  | 'became-optional'
  | 'wider'
  | 'narrower'
  | 'replaced'
  | 'index-gained';

/**
 * How a kind shows in the generated types: as a fact, or as itself where it stands outside of all types (parameters, bodies,
 * statuses, names). A silent compiler then means that a rule is wrong, unless `?` says that it depends on how the schema is
 * spelled. `-`: types can't show it.
 */
type Shows = TypeFact | 'itself' | `${TypeFact}?` | '?' | '-';

type Rule = readonly [marks: Marks, shows: Shows, meaning: string];

/** One row for each kind; `kind` in the JSON output is one of these keys. */
export const POLICY = {
  // Properties.
  'property-removed': ['B B', 'key-lost', 'a property is gone'],
  'closed-property-removed': ['B† B', 'key-lost', 'a property is gone and additional ones are refused'],
  'property-added': ['F F', 'key-gained', 'a new optional property'],
  'required-property-added': ['B† F', 'required-key-gained', 'a new required property'],
  'property-became-required': ['B† F', 'became-required', 'an optional property is required now'],
  'property-became-optional': ['F B (F)', 'became-optional', 'a required property is optional now'],
  // Values. That an error may be more than before is a feature by choice.
  'enum-value-added': ['F B (F)', 'wider', 'one more value is allowed'],
  'enum-value-removed': ['B† F', 'narrower', 'a value is no longer allowed'],
  'became-enum': ['B† F', 'narrower', 'any value of the type before, listed values now'],
  'stopped-being-enum': ['F B (F)', 'wider', 'listed values before, any value of the type now'],
  'type-changed': ['B† B', 'replaced', 'another type, or another constant'],
  'integer-to-number': ['X X', '-', 'integer → number'],
  'number-to-integer': ['X† X', '-', 'number → integer'],
  'null-added': ['F B (F)', 'wider', 'null is allowed'],
  'null-removed': ['B† F', 'narrower', 'null is no longer allowed'],
  'branch-added': ['F B (F)', 'wider?', 'one more alternative (anyOf, oneOf, several types)'],
  'branch-removed': ['B† F', 'narrower?', 'an alternative (anyOf, oneOf, several types) is gone'],
  'became-typed': ['B† F', 'narrower', 'any value before, a described one now'],
  'stopped-being-typed': ['F B (F)', 'wider', 'a described value before, any value now'],
  'became-tuple': ['B† F', 'narrower', 'a list of any length before, items listed one by one now'],
  'stopped-being-tuple': ['F B (F)', 'wider', 'items listed one by one before, a list now'],
  'map-value-narrowed': ['B† F', 'narrower', 'additional properties of any type before, of one type now'],
  'map-value-widened': ['F B (F)', 'wider', 'additional properties of one type before, of any type now'],
  'additional-properties-refused': [
    'B† -',
    'key-lost?',
    'additional properties are refused, and were not mentioned before',
  ],
  'map-removed': [
    'B† B',
    'key-lost',
    'additional properties are refused, and were described or expressly allowed',
  ],
  'map-unmentioned': [
    'B B',
    'key-lost',
    'additional properties are no longer mentioned, and were described or expressly allowed',
  ],
  'additional-properties-allowed': ['F -', 'index-gained?', 'additional properties are allowed'],
  'discriminator-changed': ['B B', '?', 'another property tells the alternatives apart'],
  'became-read-only': ['B† -', '-', 'readOnly switched on'],
  'stopped-being-read-only': ['F -', '-', 'readOnly switched off'],
  'became-write-only': ['- B', '-', 'writeOnly switched on'],
  'stopped-being-write-only': ['- F', '-', 'writeOnly switched off'],
  'constraint-tightened': [
    'X† X',
    '-',
    'a constraint (pattern, format, min…, max…, uniqueItems) is new, stricter or different',
  ],
  'constraint-loosened': ['X X', '-', 'a constraint is gone or less strict'],
  'default-changed': ['X X', '-', 'another default, a new one, or none any more'],
  // Parameters, bodies, media types, statuses, headers.
  'parameter-added': ['F -', 'itself', 'a new optional parameter'],
  'required-parameter-added': ['B† -', 'itself', 'a new required parameter'],
  'parameter-removed': ['B -', 'itself', 'a parameter is gone'],
  'path-parameter-renamed': ['B -', 'itself', 'another name in the path template; the URL is the same'],
  'parameter-became-required': ['B† -', 'itself', 'an optional parameter is required now'],
  'parameter-became-optional': ['F -', 'itself', 'a required parameter is optional now'],
  'parameter-style-changed': ['X† -', '-', 'style, explode or allowReserved of a parameter'],
  'body-added': ['F -', 'itself', 'an optional request body where there was none'],
  'required-body-added': ['B† -', 'itself', 'a required request body where there was none'],
  'body-removed': ['B -', 'itself', 'the request body is gone'],
  'body-became-required': ['B† -', 'itself', 'an optional request body is required now'],
  'body-became-optional': ['F -', 'itself', 'a required request body is optional now'],
  'media-type-added': ['F F', 'itself', 'one more media type'],
  'media-type-removed': ['B B', 'itself', 'a media type is gone'],
  'success-status-added': ['- B', 'itself', 'one more 2xx status'],
  'success-status-removed': ['- B', 'itself', 'a 2xx status is gone'],
  'error-status-added': ['- F', 'itself', 'one more status other than 2xx'],
  'error-status-removed': ['- B', 'itself', 'a status other than 2xx is gone'],
  'header-added': ['- X', '-', 'one more response header'],
  'header-removed': ['- X', '-', 'a response header is gone'],
  'header-changed': ['- X', '-', 'the schema of a response header'],
  // Operations and the document as a whole.
  'operation-added': ['F F', 'itself', 'a new operation'],
  'operation-removed': ['B† B†', 'itself', 'an operation is gone'],
  'operation-id-renamed': ['B B', 'itself', 'another operationId, which is an exported name'],
  'component-added': ['F F', 'itself', 'a new exported name'],
  'component-removed': ['B B', 'itself', 'an exported name is gone'],
  'server-added': ['F F', '-', 'one more server'],
  'server-changed': ['B† B†', '-', 'a server changed, went, or is no longer the first'],
  'authentication-required': ['B† -', '-', 'authentication is newly required, or every known way changed'],
  'authentication-alternative-added': ['F -', '-', 'one more way to authenticate, or none needed'],
  'authentication-alternative-dropped': ['X -', '-', 'one way to authenticate less, others stay'],
  'tags-changed': ['X X', '-', 'tags'],
  deprecated: ['X X', '-', 'deprecated, or no longer so'],
  'documentation-changed': ['X X', '-', 'description, summary, title, example and their like'],
  // What only the compiler saw: a rule above is missing, and the report says so.
  'types-incompatible': ['B B', '?', 'the compiler refuses it, and no rule says why'],
  'types-name-lost': ['B B', '?', 'a name is gone from the types, and no rule says why'],
  'types-name-gained': ['F F', '?', 'a name is new in the types, and no rule says why'],
} as const satisfies Record<string, Rule>;

export type Kind = keyof typeof POLICY;

/** Every kind there is. */
export const KINDS = Object.keys(POLICY) as Kind[];

/** Where a change stands. `unreached`: in a component that no operation uses; the worse of the two directions counts. */
export type Side = 'request' | 'response' | 'error' | 'unreached';

export interface Ruling {
  severity: Severity;
  wireBreaking: boolean;
}

/** What a change of this kind means on this side. */
export function rulingOf(kind: Kind, side: Side): Ruling {
  const { request, response, error } = marksOf(kind);
  if (side !== 'unreached') return toRuling({ request, response, error }[side]);
  const severity = highest([toRuling(request).severity, toRuling(response).severity]);
  return { severity, wireBreaking: false };
}

/** What something that the compiler saw means on this side: the worst of the kinds that show so. */
export function severityOf(saw: Kind | TypeFact, side: Side): Severity {
  const kinds = isKind(saw) ? [saw] : KINDS.filter((kind) => factOf(kind) === saw);
  return highest(kinds.map((kind) => rulingOf(kind, side).severity));
}

/** Whether the types show a change of this kind: always, never, or depending on how the schema is spelled. */
export function visibility(kind: Kind): 'always' | 'sometimes' | 'never' {
  const [, shows] = POLICY[kind];
  if (shows === '-') return 'never';
  return shows.endsWith('?') ? 'sometimes' : 'always';
}

/** Whether it is a change of this kind that the compiler may have seen. */
export function showsAs(kind: Kind, saw: Kind | TypeFact): boolean {
  return kind === saw || factOf(kind) === saw;
}

/** The policy as text: each kind, its mark in a request and in a response (in an error, where it differs), its meaning. */
export function describeKinds(): string {
  const width = Math.max(...KINDS.map((kind) => kind.length));
  const lines = KINDS.map((kind) => {
    const [marks, , meaning] = POLICY[kind];
    const [request = '', ...answer] = marks.split(' ');
    return `  ${kind.padEnd(width)}  ${request.padEnd(2)}  ${answer.join(' ').padEnd(6)}  ${meaning}`;
  });
  return `${lines.join('\n')}\n`;
}

function isKind(saw: Kind | TypeFact): saw is Kind {
  return Object.hasOwn(POLICY, saw);
}

function factOf(kind: Kind): string {
  return POLICY[kind][1].replace('?', '');
}

function marksOf(kind: Kind): Record<'request' | 'response' | 'error', string> {
  const [request = '-', response = '-', error] = POLICY[kind][0].split(' ');
  return { request, response, error: error?.slice(1, -1) ?? response };
}

const SEVERITY_OF: Record<string, Severity> = { B: 'breaking', F: 'feature', X: 'fix', '-': 'none' };

function toRuling(mark: string): Ruling {
  return { severity: SEVERITY_OF[mark.charAt(0)] ?? 'none', wireBreaking: mark.endsWith('†') };
}
