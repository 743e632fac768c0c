// Responses: one for a status, for a range of them (`2XX`), or for what no other is declared for (`default`).
import { entriesOf, isObject, type JsonObject } from '@agentsource/openapi/json';
import { isJsonMediaType } from '@agentsource/openapi/media-type';
import { child, get } from '@agentsource/openapi/pointer';
import type { Located } from '@agentsource/openapi/references';
import { asSent, type Content, distinct, isReadable, readContents } from './contents.ts';
import { type Reading, resolveAt } from './reading.ts';

interface ResponseHeader {
  name: string;
  /** Undefined where there is none, or where the value is neither text nor JSON. */
  schema: string | undefined;
  isJson: boolean;
}

export interface DeclaredResponse {
  /** As declared: `200`, `2XX`, `default`. */
  key: string;
  /** One that the response is for, and no other: what to ask for. */
  status: number;
  contents: Content[];
  headers: ResponseHeader[];
}

export function readResponses(reading: Reading, pointer: string): DeclaredResponse[] {
  const responses = get(reading.document, pointer);
  const keys = isObject(responses) ? Object.keys(responses).filter((key) => !key.startsWith('x-')) : [];
  return keys.flatMap((key) => {
    const place = resolveAt(reading.document, child(pointer, key));
    const status = statusFor(key, keys);
    if (!place || status === undefined || status < 200) {
      const why = status === undefined ? 'no status is left for it' : 'fetch shows no interim response';
      reading.uncovered.push({ what: `response ${key}`, why });
      return [];
    }
    nameLinks(reading, key, place.value);
    const declared = readContents(reading.document, place.pointer, place.value);
    const contents = distinct(reading, `response ${key}`, declared);
    for (const content of contents) nameUnasked(reading, key, content);
    return {
      key,
      status,
      contents: contents.map((content) => asSent(reading.document, content, 'response')),
      headers: readHeaders(reading, key, place),
    };
  });
}

/** Whether an example can be asked for by its name: `Prefer: example=name`. */
export function isNamed(name: string): boolean {
  return /^[\w.~!#$%&'*+^`|/:() -]*[\w)]$/.test(name);
}

function nameUnasked({ uncovered }: Reading, key: string, content: Content): void {
  const what = `response ${key} ${content.mediaType}`;
  if (!isReadable(content)) uncovered.push({ what, why: 'the suite does not read it' });
  for (const { name } of content.examples) {
    if (isNamed(name)) continue;
    uncovered.push({ what: `${what}, example ${JSON.stringify(name)}`, why: 'no header can hold its name' });
  }
}

function nameLinks({ uncovered }: Reading, key: string, { links }: JsonObject): void {
  for (const [name] of entriesOf(links)) {
    uncovered.push({ what: `response ${key}, link ${name}`, why: 'no single call can show it' });
  }
}

/** The first of a range that no other key claims. */
function statusFor(key: string, keys: readonly string[]): number | undefined {
  if (/^[1-5]\d\d$/.test(key)) return Number(key);
  const isRange = /^[1-5]XX$/.test(key);
  if (!isRange && key !== 'default') return undefined;
  const classes = isRange
    ? [key.charAt(0)]
    : ['5', '4', '2', '3'].filter((digit) => !keys.includes(`${digit}XX`));
  const candidates = classes.flatMap((digit) =>
    Array.from({ length: 100 }, (_, index) => Number(digit) * 100 + index),
  );
  return candidates.find((status) => !keys.includes(String(status)) && !isWithoutBody(status));
}

/** Whatever is declared, HTTP allows these no body. */
export function isWithoutBody(status: number): boolean {
  return status < 200 || status === 204 || status === 205 || status === 304;
}

/** The response that is declared for a status: exact beats a range, and a range beats `default`. */
export function responseFor(
  responses: readonly DeclaredResponse[],
  status: number,
): DeclaredResponse | undefined {
  const keys = [String(status), `${String(status).charAt(0)}XX`, 'default'];
  return keys
    .map((key) => responses.find((response) => response.key === key))
    .find((response) => response !== undefined);
}

/** What a valid request is answered: the lowest success, else `default`, else what is declared first. */
export function successOf(responses: readonly DeclaredResponse[]): number | undefined {
  const successes = responses.filter(({ key }) => /^2(\d\d|XX)$/.test(key)).map(({ key }) => key);
  const [lowest] = successes.sort();
  if (lowest !== undefined) return Number(lowest.replace('XX', '00'));
  if (responses.some(({ key }) => key === 'default')) return 200;
  const [first] = responses;
  return first && Number(first.key.replace('XX', '00'));
}

/** How a message is framed, who sends it says. */
const FRAMING = /^(?:content-(?:length|encoding)|transfer-encoding|connection|keep-alive|upgrade|trailer)$/i;

function readHeaders(
  { document, uncovered }: Reading,
  key: string,
  { value, pointer }: Located,
): ResponseHeader[] {
  return entriesOf(value.headers).flatMap(([name]) => {
    // Which type an answer has, its content says.
    if (/^content-type$/i.test(name)) return [];
    if (FRAMING.test(name) || !/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
      const why = FRAMING.test(name)
        ? 'it is for who sends the answer to say'
        : 'HTTP has no such name for a header';
      uncovered.push({ what: `response ${key}, header ${name}`, why });
      return [];
    }
    const header = resolveAt(document, child(child(pointer, 'headers'), name));
    if (header?.value.schema !== undefined)
      return { name, schema: child(header.pointer, 'schema'), isJson: false };
    const [[mediaType = '', content] = []] = entriesOf(header?.value.content);
    const isJson = isJsonMediaType(mediaType) && isObject(content) && content.schema !== undefined;
    const at = isJson && header ? child(child(header.pointer, 'content'), mediaType) : undefined;
    return { name, schema: at && child(at, 'schema'), isJson };
  });
}
