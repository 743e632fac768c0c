// Parameters' values as text, by style (OpenAPI 3.1, 4.8.12.3). What can't be written so is for the derivation to know.
import { isObject, type Json } from '@agentsource/openapi/json';
import type { Parameter } from '../operation/parameters.ts';

type Written = Pick<Parameter, 'name' | 'style' | 'explode' | 'mediaType'>;

/** Between the items of a list, or the names and values of an object, that stand in one text. */
const DELIMITERS: Partial<Record<Parameter['style'], string>> = { spaceDelimited: '%20', pipeDelimited: '|' };

/** One or more `name=value`, with `&` between them. */
export function queryText(parameter: Written, value: Json): string {
  const { name, style, explode } = parameter;
  const pair = (key: string, text: string) => `${encodeURIComponent(key)}=${text}`;
  if (parameter.mediaType !== undefined) return pair(name, encodeURIComponent(JSON.stringify(value)));
  if (isObject(value) && style === 'deepObject') {
    return deepPairs(name, value)
      .map(([key, text]) => pair(key, text))
      .join('&');
  }
  if (isObject(value) && explode) {
    return Object.entries(value)
      .map(([key, inner]) => pair(key, encode(inner)))
      .join('&');
  }
  if (Array.isArray(value) && explode) return value.map((item) => pair(name, encode(item))).join('&');
  return pair(name, joined(value, DELIMITERS[style] ?? ','));
}

function deepPairs(name: string, value: Json): [key: string, text: string][] {
  if (isObject(value))
    return Object.entries(value).flatMap(([key, inner]) => deepPairs(`${name}[${key}]`, inner));
  if (Array.isArray(value)) return value.map((item): [string, string] => [name, encode(item)]);
  return [[name, encode(value)]];
}

/** What stands for `{name}` in a path. */
export function pathText({ name, style, explode, mediaType }: Written, value: Json): string {
  if (mediaType !== undefined) return encodeURIComponent(JSON.stringify(value));
  const whole = (delimiter: string) =>
    isObject(value) && explode ? exploded(value, delimiter) : joined(value, explode ? delimiter : ',');
  if (style === 'label') return `.${whole('.')}`;
  if (style !== 'matrix') return whole(',');
  if (isObject(value) && explode) return `;${exploded(value, ';')}`;
  if (Array.isArray(value) && explode) return value.map((item) => `;${name}=${encode(item)}`).join('');
  return `;${name}=${joined(value, ',')}`;
}

/** The value of a header: lists and objects with commas. */
export function headerText({ explode, mediaType }: Written, value: Json): string {
  if (mediaType !== undefined) return JSON.stringify(value);
  if (isObject(value))
    return pairsOf(value)
      .map((pair) => pair.join(explode ? '=' : ','))
      .join(',');
  return Array.isArray(value) ? value.map(String).join(',') : String(value);
}

/** One or more `name=value`, as `Cookie` has them. */
export function cookieText(parameter: Written, value: Json): string {
  return queryText(parameter, value).replaceAll('&', '; ');
}

function joined(value: Json, delimiter: string): string {
  if (Array.isArray(value)) return value.map(encode).join(delimiter);
  return isObject(value)
    ? pairsOf(value)
        .flat()
        .map((text) => encodeURIComponent(text))
        .join(delimiter)
    : encode(value);
}

function exploded(value: Record<string, Json>, delimiter: string): string {
  return pairsOf(value)
    .map((pair) => pair.map((text) => encodeURIComponent(text)).join('='))
    .join(delimiter);
}

function pairsOf(value: Record<string, Json>): [key: string, text: string][] {
  return Object.entries(value).map(([key, inner]) => [key, String(inner)]);
}

function encode(value: Json): string {
  return encodeURIComponent(String(value));
}
