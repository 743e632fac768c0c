// What a call takes and gives by the document's declaration, as types: the body by its media type, the data by the answer's status.
import type { CallOptions } from './options.ts';
import type {
  FetchResponse,
  MaybeOptionalInit,
  ParseAsResponse,
  RequestBodyOption,
} from './transport/openapi-fetch-types.ts';

type MediaType = `${string}/${string}`;
type JsonType = `${string}/json` | `${string}+json` | `${string}/json;${string}` | `${string}+json;${string}`;

/** The options of a call: openapi-fetch's where the body is JSON, or else those with a body by its media type. */
export type CallInit<PathItem, Method extends keyof PathItem> = CallOptions &
  (IsJsonAlone<BodyContent<PathItem[Method]>> extends true
    ? MaybeOptionalInit<PathItem, Method>
    : Omit<NonNullable<MaybeOptionalInit<PathItem, Method>>, 'body'> & BodyOption<PathItem[Method]>);

/** Optional unless something in it is required. */
// biome-ignore lint/complexity/noBannedTypes: an object without properties is what is asked about.
export type InitParam<Init> = {} extends Init
  ? [(Init & { [key: string]: unknown })?]
  : [Init & { [key: string]: unknown }];

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

/** One alternative for each media type, and one without a body where it may be left out. */
type BodyOption<Operation, Content = BodyContent<Operation>> =
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
type Sent<Media, Value> =
  | (RequestBodyOption<{ requestBody: { content: { 'of/body': Value } } }> extends { body: infer Body }
      ? Body
      : never)
  | SentAsIs<Media>;

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
    ? Received<ContentOf<Response>>
    : unknown
  : Received<ContentOf<Responses[Status]>>;

type SuccessStatus<Responses> = {
  [Status in keyof Responses]: `${Status & (string | number)}` extends `2${string}` ? Status : never;
}[keyof Responses];

/** What a response holds: `undefined` where it has no content. */
type ContentOf<Response> = Response extends { content: infer Content }
  ? [keyof Content] extends [never]
    ? undefined
    : Content[keyof Content]
  : undefined;

/** As openapi-fetch gives it: without what is only written. It would take a `Blob` to pieces. */
type Received<Value> = Value extends Blob
  ? Value
  : ResultOf<FetchResponse<{ responses: { 200: { content: { 'of/body': Value } } } }, unknown, MediaType>>;
type ResultOf<Response> = Response extends { data: infer Data; error?: never } ? Data : never;

/** `error`, as openapi-fetch has it. */
export type CallError<Operation extends Record<string | number, unknown>, Init> = ErrorOf<
  FetchResponse<Operation, Init, MediaType>
>;
type ErrorOf<Response> = Response extends { data?: never; error: infer Failure } ? Failure : never;
