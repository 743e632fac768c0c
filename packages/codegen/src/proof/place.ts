// A place of a document as TypeScript over `paths` and `components`.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, type Json } from '@agentsource/openapi/json';
import { child, get, keysOf } from '@agentsource/openapi/pointer';
import { resolve } from '@agentsource/openapi/references';
import { tsString } from '../text.ts';

/** What the types of places are made with. `At` is of whichever members of a union have the key. */
export const PLACE_HELPERS = `
type At<T, K extends PropertyKey> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;
type Item<T> = T extends readonly (infer I)[] ? I : never;
/** Anything, where there is no such place. */
type Known<T> = [T] extends [never] ? unknown : T;
`;

/** The type of what a pointer leads to: a media type, a parameter, a header, a schema; undefined where types show no such place. */
export function typeAt(document: OpenApiDocument, pointer: string): string | undefined {
  const keys = keysOf(pointer);
  const [root, first = '', second = ''] = keys;
  if (root === 'components') {
    const type = indexed('components', [first, second]);
    const rest = keys.slice(3);
    return first === 'schemas' ? within(type, rest) : inMessage(type, rest);
  }
  if (root !== 'paths') return undefined;
  const parameter = parameterAt(document, keys);
  if (parameter !== undefined) return parameter;
  const rest = keys.slice(3);
  const operation = indexed('paths', [first, second]);
  if (rest[0] === 'requestBody')
    return inMessage(`NonNullable<${indexed(operation, ['requestBody'])}>`, rest.slice(1));
  if (rest[0] === 'responses') return inMessage(indexed(operation, rest.slice(0, 2)), rest.slice(2));
  return undefined;
}

function indexed(type: string, keys: readonly string[]): string {
  return type + keys.map((key) => `[${tsString(key)}]`).join('');
}

/** Of a body or an answer: what one of its media types, or headers, holds. */
function inMessage(type: string, keys: readonly string[]): string | undefined {
  const [part, name, ...rest] = keys;
  if (part === 'schema') return within(type, keys.slice(1));
  if ((part !== 'content' && part !== 'headers') || name === undefined)
    return keys.length === 0 ? type : undefined;
  return within(indexed(type, [part, name]), rest[0] === 'schema' ? rest.slice(1) : rest);
}

function parameterAt(document: OpenApiDocument, keys: readonly string[]): string | undefined {
  const at = keys.indexOf('parameters');
  if (at !== 2 && at !== 3) return undefined;
  const pointer = keys.slice(0, at + 2).reduce(child, '');
  const parameter = resolve(document, get(document, pointer))?.value;
  if (!isObject(parameter)) return undefined;
  const { in: location, name } = parameter as { in: Json; name: Json };
  const parameters = indexed('paths', [...keys.slice(1, at), 'parameters']);
  const type = `At<NonNullable<At<${parameters}, ${tsString(String(location))}>>, ${tsString(String(name))}>`;
  const rest = keys.slice(at + 2);
  return rest[0] === 'schema' ? within(type, rest.slice(1)) : undefined;
}

/** Inside a schema, as far as what is there alone decides about a value. */
function within(type: string, keys: readonly string[]): string | undefined {
  const [keyword, name, ...rest] = keys;
  if (keyword === undefined) return type;
  if (keyword === 'properties' && name !== undefined) return within(`At<${type}, ${tsString(name)}>`, rest);
  if (keyword === 'additionalProperties') return within(`At<${type}, string>`, keys.slice(1));
  return keyword === 'items' ? within(`Item<${type}>`, keys.slice(1)) : undefined;
}
