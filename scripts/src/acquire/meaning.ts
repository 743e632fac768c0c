// What a part of a document means, apart from how it is worded and in which order: what pages are compared by.
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';

const WORDS = new Set(['description', 'summary', 'title', 'example', 'examples', 'externalDocs']);
/** Keywords whose value is data, to be kept as it is. */
const DATA = new Set(['const', 'default', 'enum']);
/** Lists whose order means nothing. */
const SETS = new Set(['required', 'enum', 'type', 'tags', 'security']);
/** Maps whose keys are names that someone chose: "description" in there is a name and not a description. */
const NAMES = new Set(
  `$defs callbacks content definitions dependentSchemas encoding headers links mapping parameters pathItems paths
  patternProperties properties requestBodies responses schemas scopes securitySchemes variables webhooks`.split(
    /\s+/,
  ),
);

/** The value (no map of names itself) without wording, its keys and sets in a fixed order. */
export function meaningOf(value: Json): Json {
  return meaning(value, false);
}

function meaning(value: Json, isNames: boolean): Json {
  if (Array.isArray(value)) return value.map((item) => meaning(item, false));
  if (!isObject(value)) return value;
  const result: JsonObject = {};
  for (const key of Object.keys(value).sort()) {
    const inner = value[key] as Json;
    if (isNames) result[key] = meaning(inner, false);
    else if (!WORDS.has(key)) result[key] = keyword(key, inner);
  }
  return result;
}

function keyword(key: string, value: Json): Json {
  const plain = DATA.has(key) ? sorted(value) : meaning(value, NAMES.has(key) && isObject(value));
  if (!SETS.has(key) || !Array.isArray(plain)) return plain;
  return plain.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** Data with its keys in order; their order means nothing there either. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key] as Json)]),
  );
}
