// From texts to the values that a schema describes, and what is wrong with them. Where a text may stand for several values, such as
// FastAPI's optional list `?id=1`, it stands for the one that the schema takes.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isJsonMediaType } from '@agentsource/openapi/media-type';
import type { ErrorObject } from 'ajv';
import type { Field } from '../declared/parameters.ts';
import { propertiesOf, typesOf } from '../declared/schemas.ts';
import type { Judge } from './judge.ts';
import type { Sought } from './styles.ts';

export interface Schemas {
  document: OpenApiDocument;
  judge: Judge;
}

export interface Read {
  value: unknown;
  errors: ErrorObject[];
}

export function sought({ document }: Schemas, field: Field, decode: Sought['decode']): Sought {
  const types = field.schema === undefined ? undefined : typesOf(document, field.schema);
  const properties = field.schema === undefined ? [] : [...propertiesOf(document, field.schema).keys()];
  const may = (type: string) => types?.has(type) ?? false;
  return { field, decode, types: { array: may('array'), object: may('object') }, properties };
}

/**
 * The first reading that the schema takes, or else the likeliest and what is wrong with it.
 *
 * @param values are readings, too, whose types are known.
 */
export function firstThatFits(
  { judge }: Schemas,
  { schema, mediaType }: Field,
  readings: readonly unknown[],
  values: readonly unknown[] = [],
): Read {
  if (schema === undefined) return { value: readings[0], errors: [] };
  const candidates =
    mediaType === undefined
      ? [...readings.flatMap((reading) => [typed(judge, schema, reading), literal(reading)]), ...values]
      : readings.map((text) => parsed(text, mediaType));
  let first: Read | undefined;
  for (const value of candidates) {
    const read = { value, errors: judge.request(schema, value) };
    if (read.errors.length === 0) return read;
    first ??= read;
  }
  return first ?? { value: undefined, errors: [] };
}

/** Spaces are not the number 0. */
function typed(judge: Judge, schema: string, reading: unknown): unknown {
  return typeof reading === 'string' && reading.trim() === '' ? reading : judge.typed(schema, reading);
}

/** With texts that spell a number, a boolean or null as that: where alternatives ask for this type and that, it depends on the text. */
function literal(value: unknown): unknown {
  if (typeof value === 'string')
    return /^(?:-?\d[\d.eE+-]*|true|false|null)$/.test(value) ? jsonOr(value) : value;
  if (Array.isArray(value)) return value.map(literal);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, literal(inner)]));
}

function parsed(text: unknown, mediaType: string): unknown {
  return typeof text === 'string' && isJsonMediaType(mediaType) ? jsonOr(text) : text;
}

/** The JSON that a text is, or the text. */
export function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
