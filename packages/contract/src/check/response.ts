// Whether an answer is a declared response: its media type, its headers, its body, and what the client made of it.
import { isDeepStrictEqual } from 'node:util';
import { isObject, type Json } from '@agentsource/openapi/json';
import type { Answered, Refused } from '../derive/case.ts';
import { type Content, isReadable } from '../operation/contents.ts';
import { essenceOf, formatOf, includes } from '../operation/media-type.ts';
import { type DeclaredResponse, isWithoutBody } from '../operation/responses.ts';
import type { Validator } from '../validator.ts';
import type { Exchange } from '../wire/send.ts';
import { headerValues } from './header.ts';
import { parse } from './text.ts';
import { violationProblems } from './violations.ts';

/** An answer, and the response of the document that it should be. */
export interface Received {
  exchange: Exchange;
  /** The one that was asked for. */
  status: number;
  response: DeclaredResponse;
  validator: Validator;
}

export interface ResponseProblems {
  ofDelivery: string[];
  /** What a mock that generates its answers may not be able to help. */
  ofBody: string[];
}

export function responseProblems(received: Received, expect: Answered | Refused): ResponseProblems {
  const { exchange } = received;
  const isGenerated = expect.outcome === 'answered' && expect.isGenerated;
  // Which of the declared bodies a refusal has is the mock's choice: it may say what was wrong with this very request.
  const { mediaType } = expect.outcome === 'answered' ? expect : {};
  const expected = contentsOf(received).filter(
    (content) => mediaType === undefined || content.mediaType === mediaType,
  );
  const type = exchange.headers.get('content-type') ?? '';
  const content = expected.find((declared) => includes(declared.mediaType, type));
  return {
    ofDelivery: [...typeProblems(received, expected, content), ...headerProblems(received)],
    ofBody:
      content && !isReadable(content)
        ? []
        : [
            ...(content ? bodyProblems(received, content, expect) : []),
            ...violationProblems(exchange.headers, 'response'),
            ...(isGenerated && content ? absenceProblems(received, content) : []),
          ],
  };
}

/** What the answer's body may be: nothing where HTTP has no place for one. */
function contentsOf({ exchange, status, response }: Received): Content[] {
  return exchange.wire.method === 'HEAD' || isWithoutBody(status) ? [] : response.contents;
}

/** Whether the body came as what is declared, and through the client as it came. */
function typeProblems(received: Received, expected: Content[], content: Content | undefined): string[] {
  const { exchange } = received;
  if (expected.length === 0) {
    if (exchange.text !== '') return [`a body where none is declared: ${exchange.text.slice(0, 100)}`];
    return exchange.isOwn && exchange.status < 300 ? arrivalProblems(exchange, undefined) : [];
  }
  if (content) return deliveryProblems(exchange);
  const type = exchange.headers.get('content-type');
  return [
    `answered as ${type && essenceOf(type)}, not ${expected.map(({ mediaType }) => mediaType).join(' or ')}`,
  ];
}

/** JSON arrives as what it stands for, text as text, anything else as bytes. */
function deliveryProblems(exchange: Exchange): string[] {
  const { headers, text, body, status, isOwn } = exchange;
  // Of a redirect the client says only where it leads.
  if (status >= 300 && status < 400) return [];
  const type = essenceOf(headers.get('content-type') ?? '');
  if (formatOf(type) === 'json') return arrivalProblems(exchange, parse(text));
  // Of another's document the client does what it was told to; and an error is no more than its text.
  return isOwn && status < 300 ? arrivalProblems(exchange, /^text\//.test(type) ? text : body) : [];
}

function arrivalProblems({ status, result, text }: Exchange, expected: unknown): string[] {
  const arrived = status < 300 ? result.data : result.error;
  if (isDeepStrictEqual(arrived, expected) || isTextOf(arrived, expected, text)) return [];
  return [`the client hands out ${JSON.stringify(arrived)?.slice(0, 200)} for ${text.slice(0, 200)}`];
}

/** Some types that are no `text/` are text all the same, as YAML is. */
function isTextOf(arrived: unknown, expected: unknown, text: string): boolean {
  return expected instanceof Uint8Array && arrived === text;
}

function headerProblems({ exchange, response, validator }: Received): string[] {
  return response.headers.flatMap(({ name, schema, isJson }) => {
    const value = exchange.headers.get(name);
    if (value === null) return [`no header ${name}`];
    if (schema === undefined) return [];
    const isValid = isJson
      ? validator.isValid(schema, parse(value) as Json)
      : headerValues(value).some((candidate) => validator.isValidText(schema, candidate));
    return isValid ? [] : [`header ${name} is ${JSON.stringify(value)}, which violates its schema`];
  });
}

function bodyProblems(
  { exchange, validator }: Received,
  content: Content,
  expect: Answered | Refused,
): string[] {
  const { text } = exchange;
  const isJson = formatOf(content.mediaType) === 'json';
  const body = isJson ? (parse(text) as Json) : text;
  const schema = isJson || content.isText ? content.schema : undefined;
  const problem = schema === undefined ? undefined : validator.problem(schema, body);
  return [
    ...(problem === undefined ? [] : [`the answer violates its schema: ${problem}`]),
    ...(schema === undefined || validator.isShown(schema, body) ? [] : ['the answer has what is write-only']),
    ...exampleProblems(body, isJson, expect),
  ];
}

function exampleProblems(body: Json, isJson: boolean, expect: Answered | Refused): string[] {
  if (expect.outcome !== 'answered' || expect.example === undefined) return [];
  const example = isJson ? expect.example : asText(expect.example);
  const wanted = expect.isByName ? example : withWaitOf(body, example);
  return isDeepStrictEqual(body, wanted) ? [] : ['the answer is not the example that the document gives'];
}

/** The example, but for the seconds to wait, where both say how many. */
function withWaitOf(body: Json, example: Json): Json {
  if (!isObject(body) || !isObject(example)) return example;
  const { retry_after } = body;
  if (typeof retry_after !== 'number' || typeof example.retry_after !== 'number') return example;
  return { ...example, retry_after };
}

/** Whatever an example of text is written as, it is sent as text. */
function asText(example: Json): string {
  return typeof example === 'string' ? example : JSON.stringify(example);
}

/** A generated answer has every property that is declared, the optional ones too. */
function absenceProblems({ exchange, validator }: Received, { schema, mediaType }: Content): string[] {
  if (schema === undefined || formatOf(mediaType) !== 'json') return [];
  const absent = validator.absentProperties(schema, parse(exchange.text) as Json);
  return absent.length === 0 ? [] : [`the generated answer lacks ${absent.join(', ')}`];
}
