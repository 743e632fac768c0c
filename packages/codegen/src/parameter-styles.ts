// How parameters are written into a URL or a cookie, where openapi-fetch would write them otherwise than the document says.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, itemsOf, type Json } from '@agentsource/openapi/json';
import { resolve } from '@agentsource/openapi/references';
import type { OperationPlace } from '@agentsource/openapi/walk';
import { parametersIn } from './parameters.ts';

/** Of one parameter, in openapi-fetch's own options; `json` for one that is JSON. */
export interface ParameterStyle {
  array?: { style: string; explode: boolean };
  object?: { style: string; explode: boolean };
  allowReserved?: true;
  json?: true;
  /** The name as it stands in a URL, where openapi-fetch would write what ends it. */
  as?: string;
}

/** Of a query or of cookies, by the parameter's name; only what openapi-fetch doesn't do anyway. */
export function stylesOf(
  location: 'query' | 'cookie',
  document: OpenApiDocument,
  place: OperationPlace,
): Record<string, ParameterStyle> {
  const styles: Record<string, ParameterStyle> = {};
  for (const [name, parameter] of parametersIn(location, document, place)) {
    const { schema, style = 'form', explode = style === 'form', allowReserved, content } = parameter;
    if (typeof style !== 'string' || typeof explode !== 'boolean') continue;
    const own: ParameterStyle = {
      ...(isObject(content) && { json: true }),
      ...((style !== 'form' || !explode) && style !== 'deepObject' && { array: { style, explode } }),
      // openapi-fetch writes objects as `deepObject`, where OpenAPI means `form`.
      ...(style === 'form' && mayBeObject(document, schema) && { object: { style, explode } }),
      ...(allowReserved === true && { allowReserved }),
      ...(location === 'query' && encodedName(name) !== name && { as: encodedName(name) }),
    };
    if (Object.keys(own).length > 0) styles[name] = own;
  }
  return styles;
}

/** Brackets and their like stay, as everybody writes them. */
function encodedName(name: string): string {
  return name.replaceAll(/[^\w.~!$'()*,:@/?[\]-]/gu, (one) =>
    encodeURIComponent(/\p{Cs}/u.test(one) ? '\uFFFD' : one),
  );
}

/** The path as openapi-fetch wants it where parameters have a style: `/{.label}/{;matrix*}`. */
export function styledPathOf(document: OpenApiDocument, place: OperationPlace): string {
  let { path } = place;
  for (const [name, { style, explode }] of parametersIn('path', document, place)) {
    const prefix = style === 'label' ? '.' : style === 'matrix' ? ';' : '';
    path = path.replace(`{${name}}`, () => `{${prefix}${name}${explode === true ? '*' : ''}}`);
  }
  return path;
}

/** @param depth how many schemas within each other are looked through. */
function mayBeObject(document: OpenApiDocument, value: Json | undefined, depth = 5): boolean {
  const schema = resolve(document, value)?.value;
  if (!schema || depth === 0) return false;
  if (schema.type === 'object' || itemsOf(schema.type).includes('object')) return true;
  if (schema.type === undefined && isObject(schema.properties)) return true;
  return ['anyOf', 'oneOf', 'allOf'].some((keyword) =>
    itemsOf(schema[keyword]).some((branch) => mayBeObject(document, branch, depth - 1)),
  );
}
