// Whether an answer is a declared response: its media type, its headers, its body, and what the client made of it.
import { isDeepStrictEqual } from 'node:util';
import type { Json } from '@agentsource/openapi/json';
import { isJsonMediaType } from '@agentsource/openapi/media-type';
import type { Answered, Refused } from '../derive/case.ts';
import type { DeclaredResponse } from '../operation/operation.ts';
import type { Validator } from '../validator.ts';
import type { Exchange } from '../wire/send.ts';
import { parse } from './text.ts';
import { violationProblems } from './violations.ts';

/** An answer, and the response of the document that it should be. */
export interface Received {
  exchange: Exchange;
  response: DeclaredResponse;
  validator: Validator;
}

export interface ResponseProblems {
  ofDelivery: string[];
  /** What a mock that generates its answers may not be able to help. */
  ofBody: string[];
}

export function responseProblems(received: Received, expect: Answered | Refused): ResponseProblems {
  const isGenerated = expect.outcome === 'answered' && expect.isGenerated;
  // Which of the declared bodies a refusal has is the mock's choice: it may say what was wrong with this very request.
  const example = expect.outcome === 'answered' ? expect.example : undefined;
  return {
    ofDelivery: [...deliveryProblems(received), ...headerProblems(received)],
    ofBody: [
      ...bodyProblems(received, example),
      ...violationProblems(received.exchange.headers, 'response'),
      ...(isGenerated ? absenceProblems(received) : []),
    ],
  };
}

/** Whether the body came as what is declared, and through the client as it came. */
function deliveryProblems({ exchange, response: { contents } }: Received): string[] {
  const [content] = contents;
  if (!content)
    return exchange.text === '' ? [] : [`a body where none is declared: ${exchange.text.slice(0, 100)}`];
  const type = exchange.headers.get('content-type')?.split(';')[0];
  if (type !== content.mediaType) return [`answered as ${type}, not ${content.mediaType}`];
  if (!isJsonMediaType(content.mediaType)) return [];
  const arrived = exchange.status < 300 ? exchange.result.data : exchange.result.error;
  if (isDeepStrictEqual(arrived, parse(exchange.text))) return [];
  return [
    `the client hands out ${JSON.stringify(arrived)?.slice(0, 200)} for ${exchange.text.slice(0, 200)}`,
  ];
}

function headerProblems({ exchange, response, validator }: Received): string[] {
  return response.headers.flatMap(({ name, schema }) => {
    const value = exchange.headers.get(name);
    if (value === null) return [`no header ${name}`];
    return schema === undefined || validator.isValidText(schema, value)
      ? []
      : [`header ${name} is ${JSON.stringify(value)}, which violates its schema`];
  });
}

function bodyProblems(
  { exchange, response: { contents }, validator }: Received,
  example: Json | undefined,
): string[] {
  const [content] = contents;
  if (content?.schema === undefined || !isJsonMediaType(content.mediaType)) return [];
  const body = parse(exchange.text) as Json;
  const problem = validator.problem(content.schema, body);
  return [
    ...(problem === undefined ? [] : [`the answer violates its schema: ${problem}`]),
    ...(example === undefined || isDeepStrictEqual(body, example)
      ? []
      : ['the answer is not the example that the document gives']),
  ];
}

/** A generated answer has every property that is declared, the optional ones too. */
function absenceProblems({ exchange, response: { contents }, validator }: Received): string[] {
  const schema = contents[0]?.schema;
  if (schema === undefined) return [];
  const absent = validator.absentProperties(schema, parse(exchange.text) as Json);
  return absent.length === 0 ? [] : [`the generated answer lacks ${absent.join(', ')}`];
}
