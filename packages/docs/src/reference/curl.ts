// The same call as cURL.
import type { Value } from '@agentsource/codegen/operations/value';
import type { Operation } from './operations.ts';
import { shellLines, shellWord } from './shell.ts';

export interface Service {
  /** Where the API is. */
  baseUrl: string;
  /** The header that carries the key. */
  keyHeader: string;
  /** The environment variable that holds it. */
  variable: string;
}

type Values = Record<string, Value>;

/** Undefined where the example has a file, or a value that only a declared style could write. */
export function curlOf({ place, sent }: Operation, service: Service): string | undefined {
  if (sent === undefined) return undefined;
  const { body, contentType } = sent;
  const [path, query, header, cookie] = ['path', 'query', 'header', 'cookie'].map(
    (location) => (sent[location] ?? {}) as Values,
  );
  const all = [path, query, header, cookie].flatMap((values) => Object.values(values ?? {}));
  if (!all.every((value) => isPlain(value) || isPlainList(value))) return undefined;
  const json = body === undefined ? undefined : jsonOf(body, contentType);
  if (body !== undefined && json === undefined) return undefined;
  const method = place.method === 'get' ? ['curl'] : ['curl -X', place.method.toUpperCase()];
  const words = [
    [...method, shellWord(urlOf(place.path, path ?? {}, query ?? {}, service.baseUrl))].join(' '),
    `-H "${service.keyHeader.replaceAll(/[^\w-]/g, '')}: $${service.variable}"`,
    ...Object.entries(header ?? {}).map(([name, value]) => `-H ${shellWord(`${name}: ${String(value)}`)}`),
    ...Object.entries(cookie ?? {}).map(([name, value]) => `-b ${shellWord(`${name}=${String(value)}`)}`),
    ...(json === undefined ? [] : ["-H 'content-type: application/json'", `-d ${shellWord(json)}`]),
  ];
  return shellLines(words);
}

function urlOf(template: string, path: Values, query: Values, baseUrl: string): string {
  const filled = template
    .split(/(\{[^{}]*\})/)
    .map((part) => {
      const value = path[part.slice(1, -1)];
      return part.startsWith('{') && value !== undefined ? encodeURIComponent(String(value)) : encode(part);
    })
    .join('');
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of [value].flat()) search.append(name, String(item));
  }
  return `${baseUrl.replace(/\/$/, '')}${filled}${search.size > 0 ? `?${search}` : ''}`;
}

function encode(text: string): string {
  return encodeURI(text.toWellFormed());
}

function jsonOf(body: Value, contentType: Value | undefined): string | undefined {
  const isJson = contentType === undefined || (typeof contentType === 'string' && /json/i.test(contentType));
  // A file is a symbol, which is nothing in JSON.
  return isJson && !hasFile(body) ? JSON.stringify(body) : undefined;
}

function hasFile(value: Value): boolean {
  if (typeof value === 'symbol') return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasFile);
}

function isPlain(value: Value): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function isPlainList(value: Value): boolean {
  return Array.isArray(value) && value.every(isPlain);
}
