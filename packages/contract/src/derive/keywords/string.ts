// What constrains strings: `minLength`, `maxLength`, `pattern`, `format`.
import type { JsonObject } from '@agentsource/openapi/json';
import { nearMisses, stringsFor, stringsOfLength } from '../strings.ts';
import { accepted, type KeywordVariant, refused } from '../variant.ts';

export function stringVariants(schema: JsonObject, base: string): KeywordVariant[] {
  return [
    ...lengthVariants(schema, base, 'minLength'),
    ...lengthVariants(schema, base, 'maxLength'),
    ...patternVariants(schema, base),
    ...formatVariants(schema, base),
  ];
}

function lengthVariants(
  schema: JsonObject,
  base: string,
  keyword: 'minLength' | 'maxLength',
): KeywordVariant[] {
  const bound = schema[keyword];
  if (typeof bound !== 'number') return [];
  const beyond = keyword === 'minLength' ? bound - 1 : bound + 1;
  const variants = stringsOfLength(schema, base, bound).map((text) =>
    accepted(keyword, `${bound} characters`, text),
  );
  // Of a format, or by a pattern, there may be none of that length.
  if (schema.format !== undefined || schema.pattern !== undefined)
    variants.push(accepted(keyword, 'in bounds', base));
  if (beyond < 0) return variants;
  const outside = stringsOfLength(schema, base, beyond);
  return [...variants, ...outside.map((text) => refused(keyword, `${beyond} characters`, text))];
}

function patternVariants(schema: JsonObject, base: string): KeywordVariant[] {
  if (typeof schema.pattern !== 'string') return [];
  return [
    ...[base, ...stringsFor(schema, 2).slice(0, 2)].map((text) => accepted('pattern', shorten(text), text)),
    ...nearMisses(base).map((text) => refused('pattern', shorten(text), text)),
  ];
}

function formatVariants({ format }: JsonObject, base: string): KeywordVariant[] {
  if (typeof format !== 'string') return [];
  const wrong = `not a ${format}`;
  return [accepted('format', shorten(base), base), refused('format', wrong, wrong)];
}

function shorten(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text);
}
