// A form's fields as the object that its schema describes.
import { isObject, type JsonObject } from '@agentsource/openapi/json';
import type { Field } from '../declared/parameters.ts';
import type { Content } from '../declared/responses.ts';
import { propertiesOf } from '../declared/schemas.ts';
import { firstThatFits, jsonOr, type Schemas, sought } from './fields.ts';
import { type Pairs, readPairs, type Sought } from './styles.ts';

export type FormEntry = Pairs[number];

export function readForm(
  schemas: Schemas,
  content: Content,
  pairs: Pairs,
  decode: Sought['decode'],
): JsonObject {
  const { schema = '', encoding } = content;
  const fields: [string, unknown][] = [];
  const declared = propertiesOf(schemas.document, schema);
  const taken = new Set<string>();
  for (const [name, property] of declared) {
    const field = fieldOf(name, property, encoding[name] as JsonObject | undefined);
    const wanted = sought(schemas, field, decode);
    const readings = readPairs(pairs, wanted);
    if (field.style === 'form' && field.explode && wanted.types.object)
      for (const own of wanted.properties) taken.add(own);
    if (readings.length === 0) continue;
    fields.push([name, firstThatFits(schemas, field, readings, structured(readings)).value]);
  }
  for (const [name, text] of pairs) {
    if (declared.has(name) || taken.has(name) || isPartOf(name, declared)) continue;
    fields.push([name, decode(text)]);
  }
  return Object.fromEntries(fields) as JsonObject;
}

/** By its style only where the encoding gives one; else objects are JSON, lists repeat their name. */
function fieldOf(name: string, schema: string, encoding: JsonObject | undefined): Field {
  const { style, explode, allowReserved } = isObject(encoding) ? encoding : {};
  if (style === undefined && explode === undefined && allowReserved === undefined) {
    return { name, schema, style: 'json', explode: true };
  }
  const spelling = typeof style === 'string' ? style : 'form';
  return {
    name,
    schema,
    style: spelling,
    explode: typeof explode === 'boolean' ? explode : spelling === 'form',
  };
}

/** Texts that are JSON, each by itself or in a list, as what they say. */
function structured(readings: readonly unknown[]): unknown[] {
  return readings.map((reading) => {
    if (Array.isArray(reading))
      return reading.map((item) => (typeof item === 'string' ? jsonOr(item) : item));
    return typeof reading === 'string' ? jsonOr(reading) : reading;
  });
}

/** `name[a]`, of the property `name`. */
function isPartOf(name: string, declared: ReadonlyMap<string, string>): boolean {
  const bracket = name.indexOf('[');
  return bracket > 0 && declared.has(name.slice(0, bracket));
}
