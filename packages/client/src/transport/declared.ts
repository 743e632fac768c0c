// What the document declares of an operation where that isn't simply JSON, and how an answer is read by it.
import type { ParseAs, Reading } from './answer.ts';
import { mediaKindOf } from './media-kind.ts';
import type { QuerySerializerOptions } from './openapi-fetch-types.ts';

/** Of one operation, what differs from JSON sent and a 200 with JSON answered. Of several media types, JSON comes first. */
export interface Declared {
  /** Media types of each answer that may be a success, by status, `2XX` or `default`; none where it has no content. */
  readonly answers?: Answers;
  /** Media types of the request body. */
  readonly body?: readonly string[];
  /** The operation's own server. */
  readonly server?: string;
  /** How query parameters are written, by name. */
  readonly query?: Styles;
  /** The same of cookies; absent where there are none. */
  readonly cookies?: Styles;
  /** The path as openapi-fetch wants it where parameters have a style: `/{.label}/{;matrix*}`. */
  readonly path?: string;
}

/** openapi-fetch's options for each, whether it is JSON, and its name where that has to be encoded. */
export type Styles = {
  readonly [name: string]: QuerySerializerOptions & { readonly json?: boolean; readonly as?: string };
};
type Answers = { readonly [status: string]: readonly string[] };

/** By `METHOD /path`. */
export type Declarations = { readonly [call: string]: Declared };

const JSON_TYPE = ['application/json'];
const JSON_200: Answers = { 200: JSON_TYPE };
const JSON_ALWAYS: Answers = { default: JSON_TYPE };

/** How the answer of a call is read: as the caller asks, or else as the document says, which depends on what comes. */
export function readingFor(
  method: string,
  parseAs: ParseAs | undefined,
  declared: Declared | undefined,
): ParseAs | ((response: Response) => Reading) {
  if (parseAs && parseAs !== 'json') return parseAs;
  const answers = parseAs ? JSON_ALWAYS : (declared?.answers ?? JSON_200);
  return (response) => (method === 'HEAD' ? 'nothing' : readingOf(response, answers));
}

function readingOf({ status, headers }: Response, answers: Answers): Reading {
  if (status === 204 || status === 205) return 'nothing';
  const types = answers[status] ?? answers['2XX'] ?? answers.default;
  if (!types) return 'jsonIfAny';
  const [first] = types;
  if (!first) return 'nothing';
  if (types === JSON_TYPE) return 'json';
  // What nobody declares is taken for the first, so that it is an error where that is JSON, and no surprise.
  const kind = mediaKindOf(headers.get('Content-Type') || first);
  return types.some((type) => type.endsWith('*') || mediaKindOf(type) === kind) ? kind : mediaKindOf(first);
}
