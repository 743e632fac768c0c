// From a complete request to a complete answer: JSON first, then Prism, and every refusal in the API's own error shape.
import type { IncomingHttpHeaders } from 'node:http';
import { errorBody } from '../errors.ts';
import {
  isProblem,
  type Preferences,
  type Prism,
  type PrismRequest,
  type Violation,
} from '../prism/index.ts';
import type { Lifecycle } from '../stateful/index.ts';
import { parsePrefer } from './prefer.ts';
import { explain } from './validation-errors.ts';

export interface IncomingRequest {
  method: string;
  /** As in the request line: path and query. */
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** To be sent as JSON, or as it is when it is text; undefined for no body. */
  body?: unknown;
}

export async function answer(
  incoming: IncomingRequest,
  prism: Prism,
  lifecycle?: Lifecycle,
): Promise<Answer> {
  let request: PrismRequest;
  let preferences: Preferences;
  try {
    request = toPrism(incoming);
    preferences = parsePrefer(incoming.headers.prefer);
  } catch (error) {
    return refuse(400, (error as Error).message);
  }
  try {
    request.body = parseBody(incoming);
  } catch (error) {
    const details = `The request body is not valid JSON: ${(error as Error).message}`;
    return refuseAsDeclared(400, details, request, prism);
  }
  const result = await prism.answer(request, preferences);
  if (isProblem(result)) return refuse(result.status, result.detail);
  const { output, input, response } = result;
  // Who prefers an answer gets it from the document, and nothing is remembered of the call.
  if (lifecycle && output.statusCode < 300 && Object.keys(preferences).length === 0) {
    const operationId = await prism.operationIdOf(request);
    const outcome = await lifecycle.respond(operationId, request, output.body);
    if (outcome && 'refused' in outcome) return refuseAsDeclared(400, outcome.refused, request, prism);
    if (outcome)
      return { status: output.statusCode, headers: textHeaders(output.headers), body: outcome.body };
  }
  const violations = [...prefixed('request', input), ...prefixed('response', response)];
  return {
    status: output.statusCode,
    headers: { ...textHeaders(output.headers), ...violationHeader(violations) },
    body: output.statusCode === 401 ? output.body : explain(output.body, input, request),
  };
}

export function refuse(status: number, details: string): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: errorBody(status, details) };
}

/** With the headers that the document declares for the status, if it does. */
async function refuseAsDeclared(
  status: number,
  details: string,
  request: PrismRequest,
  prism: Prism,
): Promise<Answer> {
  const declared = await prism.declared(request, status);
  const refusal = refuse(status, details);
  return { ...refusal, headers: { ...textHeaders(declared?.headers), ...refusal.headers } };
}

function toPrism({ method, url, headers, body }: IncomingRequest): PrismRequest {
  const { pathname, searchParams } = new URL(url, 'http://mock.invalid');
  const query: Record<string, string | string[]> = {};
  for (const key of searchParams.keys()) {
    const values = searchParams.getAll(key);
    query[key] = values.length === 1 ? (values[0] as string) : values;
  }
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) texts[name] = [value ?? ''].flat().join(', ');
  // Prism judges the media type only where it sees a length; a chunked body has none.
  if (body.length > 0) texts['content-length'] = String(body.length);
  return {
    method: method.toLowerCase() as PrismRequest['method'],
    url: { path: pathname, query },
    headers: texts,
  };
}

function parseBody({ headers, body }: IncomingRequest): unknown {
  if (body.length === 0) return undefined;
  const text = body.toString('utf8');
  return isJson(headers['content-type']) ? JSON.parse(text) : text;
}

export function isJson(mediaType = ''): boolean {
  return /^application\/(?:[\w.+-]+\+)?json\b/i.test(mediaType);
}

function textHeaders(headers: Record<string, unknown> = {}): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== null && value !== undefined) texts[name.toLowerCase()] = String(value);
  }
  return texts;
}

const SEVERITIES = ['Error', 'Warning', 'Information', 'Hint'];

function prefixed(side: 'request' | 'response', violations: readonly Violation[]): object[] {
  return violations.map(({ path = [], severity, code, message }) => ({
    location: [side, ...path],
    severity: SEVERITIES[severity],
    code,
    message,
  }));
}

/** Node refuses characters beyond Latin-1 in a header, and many clients refuse headers beyond 16 kB. */
const LONGEST_HEADER = 8 * 1024 - 100;

/** The header as Prism's own server writes it, so that a suite runs against either. */
function violationHeader(violations: readonly object[]): Record<string, string> {
  if (violations.length === 0) return {};
  const json = JSON.stringify(violations).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const value = json.length > LONGEST_HEADER ? `Too many violations! ${json.slice(0, LONGEST_HEADER)}` : json;
  return { 'sl-violations': value };
}
