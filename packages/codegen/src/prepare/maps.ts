// Keys that a schema does not name. In TypeScript an index signature speaks of all keys, so its type has to be that of the named ones
// as well, and of every pattern's.
import { entriesOf, isObject, type Json, type JsonObject } from '@agentsource/openapi/json';

export function openMaps(schema: JsonObject): void {
  const { patternProperties, additionalProperties } = schema;
  const hasPatterns = entriesOf(patternProperties).length > 0;
  delete schema.patternProperties;
  if (!hasPatterns && !isObject(additionalProperties)) return;
  const named = Object.values(isObject(schema.properties) ? schema.properties : {});
  const byPattern = Object.values(isObject(patternProperties) ? patternProperties : {});
  // Where the schema is silent, a key that matches no pattern may hold anything.
  const others = additionalProperties === false ? [] : [additionalProperties ?? true];
  schema.additionalProperties = anyOf([...others, ...byPattern, ...named]);
}

function anyOf(schemas: readonly Json[]): Json {
  const distinct = new Map(
    schemas.filter((one) => one !== false).map((one) => [JSON.stringify(bare(one)), one]),
  );
  const branches = [...distinct.values()];
  if (branches.length === 0) return false;
  if (branches.some((one) => one === true || (isObject(one) && Object.keys(one).length === 0))) return true;
  return branches.length === 1 ? (branches[0] as Json) : { anyOf: branches };
}

/** What a property is called, and what is said of it, makes no other type of it. */
function bare(schema: Json): Json {
  if (!isObject(schema)) return schema;
  const { title: _title, description: _description, ...rest } = schema;
  return rest;
}
