// What travels as text: the parameters of an operation, the fields of a form. How it is spelled is OpenAPI's `style` and `explode`.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { type Located, resolve } from '@agentsource/openapi/references';

/** Something that is spelled as text. */
export interface Field {
  name: string;
  /** JSON Pointer; undefined where anything will do. */
  schema?: string;
  /** Undefined for what is not spelled by a style: it is text of `mediaType`, or as a form has it by default. */
  style?: string;
  explode: boolean;
  mediaType?: string;
}

export interface Parameter extends Field {
  in: 'path' | 'query' | 'header' | 'cookie';
  required: boolean;
  deprecated: boolean;
  /** Whether a query may have its name and nothing else, whatever its schema. */
  allowEmptyValue: boolean;
  description?: string;
  /** A value that the document gives as an example. */
  example?: Json;
}

/** Which OpenAPI says to ignore: these headers are declared as media types and security schemes. */
const NO_PARAMETERS = new Set(['accept', 'content-type', 'authorization']);

const STYLES: Record<string, string> = { path: 'simple', header: 'simple', query: 'form', cookie: 'form' };

/** Of a path item and its operation, whose own win where both name the same. */
export function parametersOf(document: OpenApiDocument, holders: readonly Located[]): Parameter[] {
  const found = new Map<string, Parameter>();
  for (const { value, pointer } of holders) {
    const at = child(pointer, 'parameters');
    for (const [index, entry] of itemsOf(value.parameters).entries()) {
      const place = resolve(document, entry, child(at, index));
      const parameter = place && readParameter(place);
      if (parameter) found.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  }
  return [...found.values()];
}

function readParameter(place: Located): Parameter | undefined {
  const {
    name,
    in: location,
    required,
    deprecated,
    allowEmptyValue,
    description,
    example,
    examples,
  } = place.value;
  const style = STYLES[String(location)];
  if (typeof name !== 'string' || style === undefined) return undefined;
  if (location === 'header' && NO_PARAMETERS.has(name.toLowerCase())) return undefined;
  return {
    ...readField(name, place, style),
    in: location as Parameter['in'],
    required: required === true || location === 'path',
    deprecated: deprecated === true,
    allowEmptyValue: allowEmptyValue === true && location === 'query',
    ...(typeof description === 'string' && { description }),
    ...firstExample(example, Object.values(isObject(examples) ? examples : {})),
  };
}

function firstExample(example: Json | undefined, [named]: Json[]): { example?: Json } {
  const value = example ?? (isObject(named) ? named.value : undefined);
  return value === undefined ? {} : { example: value };
}

/** A parameter or a header: by a schema and a style, or by the media type of its only content. */
export function readField(name: string, { value, pointer }: Located, defaultStyle: string): Field {
  const [content] = entriesOf(value.content);
  if (content) {
    const [mediaType, { schema }] = content as [string, JsonObject];
    const at = child(child(child(pointer, 'content'), mediaType), 'schema');
    return { name, mediaType, explode: false, ...(schema !== undefined && { schema: at }) };
  }
  const style = typeof value.style === 'string' ? value.style : defaultStyle;
  return {
    name,
    style,
    explode: typeof value.explode === 'boolean' ? value.explode : style === 'form',
    ...(value.schema !== undefined && { schema: child(pointer, 'schema') }),
  };
}
