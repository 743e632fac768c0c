// What a schema asks of a value, in plain words, for the documentation of its type: what TypeScript itself can't say.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { mergedKeywords } from '@agentsource/openapi/values/merged';
import { partsOf } from '../prepare/schema.ts';
import { docCode } from '../text.ts';
import { listOf, patternInWords } from './pattern.ts';

/** Schemas within each other that are looked into. */
const DEPTH = 3;

/** Of more alternatives than that nobody wants to read all. */
const MOST_ALTERNATIVES = 5;

/** `1 to 20 items; each 40 characters of a-f and 0-9`; empty where the type says all. */
export function constraintsOf(document: OpenApiDocument, schema: Json | undefined, depth = DEPTH): string {
  if (depth === 0 || !isObject(schema)) return '';
  const parts = partsOf(document, schema);
  const keywords = mergedKeywords(parts);
  // What has its values listed in the type is bound to nothing else.
  if (keywords.enum !== undefined || keywords.const !== undefined) return '';
  const inner = (value: Json | undefined) => constraintsOf(document, value, depth - 1);
  const patterns = [
    ...new Set(parts.flatMap(({ pattern }) => (typeof pattern === 'string' ? [pattern] : []))),
  ];
  const phrases = [
    ...textPhrases(keywords, patterns),
    ...numberPhrases(keywords),
    ...arrayPhrases(keywords, inner),
    ...objectPhrases(keywords, inner),
    ...parts.flatMap((part) => [alternatives(part.anyOf, inner), alternatives(part.oneOf, inner)]),
  ];
  return [...new Set(phrases.filter(Boolean))].join('; ');
}

function alternatives(branches: Json | undefined, inner: (value: Json) => string): string {
  const others = itemsOf(branches).filter((branch) => !isObject(branch) || branch.type !== 'null');
  if (others.length > MOST_ALTERNATIVES) return '';
  const phrases = others.map(inner);
  // Where one of several says nothing, all that the others say can be left undone.
  return phrases.includes('') ? '' : listOf([...new Set(phrases)], 'or');
}

function textPhrases(schema: JsonObject, patterns: readonly string[]): string[] {
  const { minLength, maxLength, format, contentEncoding } = schema;
  return [
    amount(minLength, maxLength, 'character'),
    ...patterns.map((pattern) => patternInWords(pattern) ?? `matching ${docCode(pattern)}`),
    typeof format === 'string' ? formatInWords(format) : '',
    typeof contentEncoding === 'string' ? `encoded as ${docCode(contentEncoding)}` : '',
  ];
}

const FORMATS: Record<string, string> = {
  'date-time': 'an ISO 8601 date and time',
  date: 'a date as YYYY-MM-DD',
  time: 'an ISO 8601 time',
  duration: 'an ISO 8601 duration',
  email: 'an e-mail address',
  hostname: 'a host name',
  ipv4: 'an IPv4 address',
  ipv6: 'an IPv6 address',
  uri: 'a URI',
  url: 'a URL',
  uuid: 'a UUID',
  byte: 'base64',
  int32: 'a 32-bit integer',
  int64: 'a 64-bit integer',
  // The type says as much.
  binary: '',
  float: '',
  double: '',
};

function formatInWords(format: string): string {
  return Object.hasOwn(FORMATS, format) ? (FORMATS[format] ?? '') : `format ${docCode(format)}`;
}

function numberPhrases(schema: JsonObject): string[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = schema;
  const range =
    typeof minimum === 'number' && typeof maximum === 'number'
      ? [minimum === maximum ? `exactly ${minimum}` : `${minimum} to ${maximum}`]
      : [phrase('at least', minimum), phrase('at most', maximum)];
  const others = [phrase('more than', exclusiveMinimum), phrase('less than', exclusiveMaximum)];
  const isInteger =
    itemsOf(schema.type)
      .filter((type) => type !== 'null')
      .join() === 'integer';
  const isSaid = typeof format === 'string' && format.startsWith('int');
  const bounds = [...range, ...others].filter(Boolean).join(', ');
  return [isInteger && !isSaid ? 'an integer' : '', bounds, phrase('a multiple of', multipleOf)];
}

function phrase(words: string, value: Json | undefined): string {
  return typeof value === 'number' ? `${words} ${value}` : '';
}

function arrayPhrases(
  { minItems, maxItems, uniqueItems, items }: JsonObject,
  inner: (value: Json | undefined) => string,
): string[] {
  const each = inner(items);
  return [
    amount(minItems, maxItems, 'item'),
    uniqueItems === true ? 'no item twice' : '',
    each && `each ${each}`,
  ];
}

function objectPhrases(
  { minProperties, maxProperties, additionalProperties, propertyNames }: JsonObject,
  inner: (value: Json | undefined) => string,
): string[] {
  const [names, values] = [inner(propertyNames), inner(additionalProperties)];
  return [
    amount(minProperties, maxProperties, 'property'),
    names && `each name ${names}`,
    values && `each value ${values}`,
  ];
}

/** `1 to 20 items`. A least of 0 says nothing. */
function amount(least: Json | undefined, most: Json | undefined, noun: string): string {
  const from = typeof least === 'number' && least > 0 ? least : undefined;
  const to = typeof most === 'number' ? most : undefined;
  const nouns = (to ?? from) === 1 ? noun : noun === 'property' ? 'properties' : `${noun}s`;
  if (from === undefined) return to === undefined ? '' : `at most ${to} ${nouns}`;
  if (to === undefined) return `at least ${from} ${nouns}`;
  return from === to ? `exactly ${from} ${nouns}` : `${from} to ${to} ${nouns}`;
}
