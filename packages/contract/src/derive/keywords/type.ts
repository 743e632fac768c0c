// `type`: each type that is allowed, and each that is not.
import type { Json } from '@agentsource/openapi/json';
import { instancesOf } from '../instances.ts';
import { type SchemaPlace, type TypeName, typeOf, typesOf } from '../schema.ts';
import { accepted, type KeywordVariant, refused } from '../variant.ts';

const SPECIMENS: [TypeName, Json][] = [
  ['null', null],
  ['boolean', true],
  ['integer', 7],
  ['number', 1.5],
  ['string', 'text'],
  ['array', []],
  ['object', {}],
];

export function typeVariants(place: SchemaPlace, base: Json): KeywordVariant[] {
  const types = typesOf(place.schema);
  if (types.length === 0) return [];
  return SPECIMENS.map(([type, specimen]) => {
    const isAllowed = types.includes(type) || (type === 'integer' && types.includes('number'));
    if (!isAllowed) return refused('type', `${type} for ${types.join(' or ')}`, specimen);
    return accepted('type', type, type === typeOf(base) ? base : valueOfType(place, type, specimen));
  });
}

/** The specimen, unless only another value of its type satisfies the schema. */
function valueOfType({ context, pointer }: SchemaPlace, type: TypeName, specimen: Json): Json {
  const candidates = [specimen, ...instancesOf(context, pointer, 5)].filter(
    (value) => typeOf(value) === type,
  );
  return candidates.find((value) => context.validator.isValid(pointer, value)) ?? specimen;
}
