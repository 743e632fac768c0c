// `const` and `enum` as the tool prints them: null, and objects, are values like any other.
import { isObject, itemsOf, type JsonObject } from '@agentsource/openapi/json';

const OBJECT_KEYWORDS = ['properties', 'additionalProperties', 'required'];

export function spellOutValues(schema: JsonObject): void {
  if (schema.const === null) {
    delete schema.const;
    schema.type = 'null';
  }
  if (!Array.isArray(schema.enum)) return;
  // The tool takes objects for schemas.
  if (
    schema.enum.some(isObject) ||
    itemsOf(schema.type)
      .concat(schema.type ?? [])
      .includes('object')
  ) {
    delete schema.type;
    for (const keyword of OBJECT_KEYWORDS) delete schema[keyword];
  }
}
