// What a call takes and gives by the document's declaration, as types: the body by its media type, the data by the answer's status.
import type { CallOptions, Fetch } from './options.ts';
import type { FetchOptions, ParseAsResponse } from './transport/openapi-fetch-types.ts';

type MediaType = `${string}/${string}`;
type JsonType = `${string}/json` | `${string}+json` | `${string}/json;${string}` | `${string}+json;${string}`;

/** How an answer's body is read, as openapi-fetch has it. */
export type ParseAs = 'json' | 'text' | 'blob' | 'arrayBuffer' | 'stream';

/** The options of a call: openapi-fetch's, with a body by its media type, and those that this client adds. */
export type CallInit<Operation, Parse extends ParseAs = ParseAs> = CallOptions &
  BodyOption<Operation> &
  Omit<FetchOptions<Operation>, 'body' | 'fetch' | 'parseAs'> & {
    /** What sends this call in place of the client's. */
    fetch?: Fetch;
    /** How a success is read, whatever the document says of it. Default: as the document says. */
    parseAs?: Parse;
  };

/** Optional unless something in it is required. */
// biome-ignore lint/complexity/noBannedTypes: an object without properties is what is asked about.
export type InitParam<Init> = {} extends Init ? [init?: Init] : [init: Init];

/** The declared body by media type; `never` where there is none. */
type BodyContent<Operation> = Operation extends { requestBody?: infer Body }
  ? [NonNullable<Body>] extends [never]
    ? never
    : NonNullable<Body> extends { content: infer Content }
      ? Content
      : never
  : never;

type IsJsonAlone<Content> = [Content] extends [never]
  ? true
  : [Exclude<keyof Content, JsonType>] extends [never]
    ? true
    : false;

/**
 * The body of a call: JSON as it is, or by its media type.
 *
 * @public What is generated from a document that has other bodies than JSON uses it.
 */
export type BodyOption<Operation> =
  IsJsonAlone<BodyContent<Operation>> extends true ? JsonBodyOption<Operation> : AnyBodyOption<Operation>;

type JsonBodyOption<Operation, Content = BodyContent<Operation>> = [Content] extends [never]
  ? { body?: never }
  : Operation extends { requestBody: object }
    ? { body: Content[keyof Content] }
    : { body?: Content[keyof Content] };

/** One alternative for each media type, and one without a body where it may be left out. */
type AnyBodyOption<Operation, Content = BodyContent<Operation>> =
  | {
      [Media in keyof Content]: { body: Sent<Media, Content[Media]> } & ContentTypeOption<Media, Content>;
    }[keyof Content]
  | (Operation extends { requestBody: object } ? never : { body?: never; contentType?: never });

interface ContentType<Media> {
  /** By which of the declared media types the body is sent. Default: JSON, or the only one that is declared. */
  contentType: InRange<Media>;
}
type ContentTypeOption<Media, Content> =
  IsDefault<Media, Content> extends true ? Partial<ContentType<Media>> : ContentType<Media>;

type IsDefault<Media, Content> = Media extends JsonType
  ? true
  : [Exclude<keyof Content, Media>] extends [never]
    ? true
    : false;

/** A media type itself, or what lies in a range such as `image/*`. */
type InRange<Media> = Media extends `${infer Type}/*`
  ? Type extends '*'
    ? MediaType
    : `${Type}/${string}`
  : Media;

/** What may be given for a body of this media type. */
type Sent<Media, Value> = Value | SentAsIs<Media>;

type Bytes = Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array>;
type SentAsIs<Media> = Media extends JsonType
  ? never
  : Media extends `multipart/${string}`
    ? FormData
    : Media extends `application/x-www-form-urlencoded${string}`
      ? URLSearchParams
      : Bytes;

/** `data` of a success: what its statuses declare, or `default` where the document has none of them. */
export type CallData<Operation, Init> = ParseAsResponse<
  Operation extends { responses: infer Responses } ? SuccessOf<Responses, SuccessStatus<Responses>> : unknown,
  Init
>;

type SuccessOf<Responses, Status extends keyof Responses> = [Status] extends [never]
  ? Responses extends { default: infer Response }
    ? ContentOf<Response>
    : unknown
  : ContentOf<Responses[Status]>;

type SuccessStatus<Responses> = {
  [Status in keyof Responses]: `${Status & (string | number)}` extends `2${string}` ? Status : never;
}[keyof Responses];

/** What a response holds: `undefined` where it has no content. */
type ContentOf<Response> = Response extends { content: infer Content }
  ? [keyof Content] extends [never]
    ? undefined
    : Content[keyof Content]
  : undefined;

/** `error`: what the statuses of failures declare. */
export type CallError<Operation> = Operation extends { responses: infer Responses }
  ? WithAllFields<NonNullable<ContentOf<Responses[FailureStatus<Responses>]>>>
  : never;

type FailureStatus<Responses> = {
  [Status in keyof Responses]: `${Status & (string | number)}` extends `${4 | 5}${string}` | 'default'
    ? Status
    : never;
}[keyof Responses];

/** A union whose members have each other's fields as well, `undefined`: all can be asked for, and one that is there tells the member. */
type WithAllFields<Union> = [Exclude<FieldOf<Union>, keyof Union>] extends [never]
  ? Union
  : WithFields<Union, FieldOf<Union>>;
type WithFields<Member, Field extends PropertyKey> = Member extends NoFields
  ? Member
  : Member & { [Name in Exclude<Field, keyof Member>]?: undefined };
type NoFields = string | number | boolean | readonly unknown[] | Blob;

/** The names of all fields that are declared by name. */
type FieldOf<Member> = Member extends NoFields
  ? never
  : keyof {
      [Name in keyof Member as string extends Name ? never : number extends Name ? never : Name]: true;
    };
