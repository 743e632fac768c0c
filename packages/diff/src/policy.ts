// The policy, one table: every kind of change, what it means in a request, in a response and in an error, and how it shows
// in the types. Both comparators take their severities from here, by rulings.ts.

/** B breaking, F feature, X fix, - nothing; `†` the service became stricter for callers already deployed. */
type Mark = 'B†' | 'B' | 'F†' | 'F' | 'X†' | 'X' | '-';

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
  | 'index-lost'
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
  'conditional-property-added': [
    'F F',
    '?',
    'a new property, which depends on others (if, dependentSchemas)',
  ],
  'conditional-property-removed': ['B B', '?', 'a property that depended on others is gone'],
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
  'overlapping-branch-added': [
    'F† B (F)',
    'wider?',
    'one more alternative of a oneOf, which refuses what another one accepts as well',
  ],
  'branch-removed': ['B† F', 'narrower?', 'an alternative (anyOf, oneOf, several types) is gone'],
  'branches-rearranged': ['X X', '?', 'the same values are accepted, by other alternatives'],
  'union-added': ['B† F', '?', 'one of several more alternatives has to fit as well'],
  'union-removed': [
    'B B',
    '?',
    'alternatives of which one had to fit as well are gone, their names with them',
  ],
  'condition-added': ['B† F', '?', 'one of several conditions has to hold as well'],
  'condition-removed': ['F B (F)', '?', 'one of several conditions no longer has to hold'],
  'became-typed': ['B† F', 'narrower', 'any value before, a described one now'],
  'stopped-being-typed': ['F B (F)', 'wider', 'a described value before, any value now'],
  'became-tuple': ['B† F', 'narrower?', 'a list of any length before, items listed one by one now'],
  'stopped-being-tuple': ['F B (F)', 'wider?', 'items listed one by one before, a list now'],
  'item-allowed': ['F B (F)', 'wider', 'one more item is allowed at the end of a list'],
  'item-refused': ['B† B', '?', 'an item at the end of a list is no longer allowed'],
  'item-became-required': ['B† F', 'narrower', 'an item of a list of few may no longer be missing'],
  'item-became-optional': ['F B (F)', 'wider', 'an item of a list of few may be missing'],
  'map-value-narrowed': ['B† F', 'narrower', 'additional properties of any type before, of one type now'],
  'map-value-widened': ['F B (F)', 'wider', 'additional properties of one type before, of any type now'],
  'additional-properties-refused': [
    'B† -',
    'index-lost?',
    'additional properties are refused, and were not mentioned before',
  ],
  'map-removed': [
    'B† B',
    'index-lost',
    'additional properties are refused, and were described or expressly allowed',
  ],
  'map-unmentioned': [
    'B B',
    'index-lost',
    'additional properties are no longer mentioned, and were described or expressly allowed',
  ],
  'additional-properties-allowed': ['F -', '-', 'additional properties are no longer refused'],
  'additional-properties-described': [
    'F F',
    'index-gained',
    'additional properties are described or expressly allowed, and were not',
  ],
  'pattern-properties-refused': [
    'B† B',
    'index-lost?',
    'keys that match a pattern are refused, and were described',
  ],
  'pattern-properties-unmentioned': [
    'B B',
    'index-lost?',
    'keys that match a pattern are no longer described',
  ],
  'pattern-properties-allowed': [
    'F F',
    'index-gained?',
    'keys that match a pattern are described, and were refused',
  ],
  'pattern-properties-narrowed': [
    'B† F',
    'narrower?',
    'keys that match a pattern held any type before, one type now',
  ],
  'pattern-properties-widened': [
    'F B (F)',
    'wider?',
    'keys that match a pattern held one type before, any type now',
  ],
  'discriminator-changed': [
    'B† B',
    'replaced?',
    'another property, or another value of it, tells the alternatives apart',
  ],
  'became-read-only': ['B† X', 'key-lost?', 'readOnly switched on: no longer sent'],
  'stopped-being-read-only': ['F X', 'key-gained?', 'readOnly switched off: may be sent'],
  'required-stopped-being-read-only': [
    'B† X',
    'required-key-gained?',
    'readOnly switched off: has to be sent',
  ],
  'became-write-only': ['- B', 'key-lost?', 'writeOnly switched on: no longer answered'],
  'stopped-being-write-only': ['- F', 'key-gained?', 'writeOnly switched off: answered now'],
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
  'parameter-respelled': ['B -', 'itself', 'a header in capitals or small letters; it is the same header'],
  'parameter-style-changed': [
    'X† -',
    '-',
    'style, explode, allowReserved or media type of a parameter; allowEmptyValue switched off',
  ],
  'parameter-empty-allowed': ['X -', '-', 'allowEmptyValue of a parameter switched on'],
  'body-added': ['F -', 'itself', 'an optional request body where there was none'],
  'required-body-added': ['B† -', 'itself', 'a required request body where there was none'],
  'body-removed': ['B -', 'itself', 'the request body is gone'],
  'body-became-required': ['B† -', 'itself', 'an optional request body is required now'],
  'body-became-optional': ['F -', 'itself', 'a required request body is optional now'],
  'media-type-added': ['F F', 'itself', 'one more media type'],
  'media-type-removed': ['B† B', 'itself', 'a media type is gone'],
  'media-type-respelled': ['B B', 'itself', 'a media type in other letters or blanks; it is the same one'],
  'file-changed': ['B† -', '?', 'a part of a form is a file now, or no longer one'],
  'encoding-changed': ['X† X', '?', 'how the parts of a body are written'],
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
  'operation-id-added': ['F F', 'itself', 'an operationId, which is an exported name, where there was none'],
  'operation-id-removed': ['B B', 'itself', 'the operationId, which was an exported name, is gone'],
  'operation-id-renamed': ['B B', 'itself', 'another operationId, which is an exported name'],
  'component-added': ['F F', 'itself', 'a new exported name'],
  'component-removed': ['B B', 'itself', 'an exported name is gone, or is another now'],
  'server-added': ['F F', '-', 'one more server'],
  'server-changed': ['B† B†', '-', 'a server changed, went, or is no longer the first'],
  'server-value-added': ['F F', '-', "one more value for a variable of a server's address"],
  'server-value-removed': ['B† B†', '-', "a value for a variable of a server's address is gone"],
  'authentication-required': [
    'B† -',
    '-',
    'authentication is newly required, every known way changed, or the key is no longer taken',
  ],
  'authentication-alternative-added': ['F -', '-', 'one more way to authenticate, or none needed'],
  'authentication-alternative-dropped': ['X† -', '-', 'a way to authenticate is gone, others stay'],
  'authentication-eased': ['X -', '-', 'a way to authenticate needs less, or is said twice'],
  'security-scheme-changed': [
    'X X',
    '-',
    'what a security scheme says beside what is sent; one that nothing uses',
  ],
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
