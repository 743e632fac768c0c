// Where a schema may stand: around it, and in a component of its own.
import type { Json, JsonObject } from '@agentsource/openapi/json';
import { object } from '../../testing/documents.ts';

interface InPlace {
  schema: Json;
  /** Components that the schema refers to. */
  components?: JsonObject;
}

const text = { type: 'string' };
const own = (id: string) => `${id}_Part`;

/** @param id Of the operation, after which its component is called. */
type Put = (schema: Json, id: string) => InPlace;

export const PLACES: Record<string, Put> = {
  body: (schema) => ({ schema }),
  property: (schema) => ({ schema: object({ value: schema, other: text }) }),
  'required property of a closed object': (schema) => ({
    schema: object({ value: schema }, ['value'], { additionalProperties: false }),
  }),
  items: (schema) => ({ schema: { type: 'array', items: schema } }),
  'items of a tuple': (schema) => ({
    schema: { type: 'array', prefixItems: [text, schema], items: false, minItems: 2 },
  }),
  map: (schema) => ({ schema: { type: 'object', additionalProperties: schema } }),
  'properties by pattern': (schema) => ({
    schema: { type: 'object', patternProperties: { '^x-': schema }, additionalProperties: false },
  }),
  'property of an alternative': (schema) => ({
    schema: {
      oneOf: [
        object({ kind: { const: 'a' }, value: schema }, ['kind']),
        object({ kind: { const: 'b' } }, ['kind']),
      ],
    },
  }),
  'property of a member of allOf': (schema) => ({
    schema: { allOf: [object({ other: text }), object({ value: schema })] },
  }),
  component: (schema, id) => ({
    schema: { $ref: `#/components/schemas/${own(id)}` },
    components: { [own(id)]: schema },
  }),
  'component or null': (schema, id) => ({
    schema: object({ value: { anyOf: [{ $ref: `#/components/schemas/${own(id)}` }, { type: 'null' }] } }),
    components: { [own(id)]: schema },
  }),
  'component that refers to itself': (schema, id) => ({
    schema: { $ref: `#/components/schemas/${own(id)}` },
    components: {
      [own(id)]: object({ value: schema, next: { $ref: `#/components/schemas/${own(id)}` } }),
    },
  }),
};
