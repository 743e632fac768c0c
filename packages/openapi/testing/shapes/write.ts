// Short spellings for the shapes, so that each shows what is special about it and little else.
import type { Json, JsonObject } from '../../src/json.ts';

export interface Shape {
  name: string;
  paths: JsonObject;
  components?: JsonObject;
  /** Members of the document's top. */
  document?: JsonObject;
}

export const text: JsonObject = { type: 'string' };

/** An object that holds an id. */
export const thing: JsonObject = { type: 'object', required: ['id'], properties: { id: text } };

export const json = (schema: Json, more: JsonObject = {}): JsonObject => ({
  'application/json': { schema, ...more },
});

/** Answers: a thing, unless others are given. */
export const answers = (others: JsonObject = {}): JsonObject => ({
  200: { description: 'OK', content: json(thing) },
  ...others,
});

/** The operation, with an id from its path, and secured as the document is. */
export function operation(id: string, more: JsonObject = {}): JsonObject {
  return { operationId: id, responses: answers(), ...more };
}
