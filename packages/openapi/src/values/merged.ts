// What several schemas ask together of one value, as far as their own keywords say.
import type { JsonObject } from '../json.ts';

const LOWER = /^(?:min|exclusiveMin)/;
const UPPER = /^(?:max|exclusiveMax)/;

/** The keywords of all schemas; of bounds the narrowest, of listed values those that all list. */
export function mergedKeywords(schemas: readonly JsonObject[]): JsonObject {
  const merged: JsonObject = {};
  for (const schema of schemas) {
    for (const [keyword, value] of Object.entries(schema)) {
      const known = merged[keyword];
      if (known === undefined) merged[keyword] = value;
      else if (LOWER.test(keyword)) merged[keyword] = Math.max(Number(known), Number(value));
      else if (UPPER.test(keyword)) merged[keyword] = Math.min(Number(known), Number(value));
      else if (keyword === 'enum' && Array.isArray(known) && Array.isArray(value)) {
        const listed = new Set(value.map((one) => JSON.stringify(one)));
        merged.enum = known.filter((one) => listed.has(JSON.stringify(one)));
      }
    }
  }
  const types = schemas.flatMap(({ type }) => (type === undefined ? [] : [[type].flat()]));
  const [first = []] = types;
  merged.type = first.filter((type) => types.every((one) => one.includes(type)));
  return merged;
}
