// Copies what a parser returned into plain JSON, and refuses what no honest document holds: alias bombs, values that refer
// to themselves, bottomless nesting, numbers that JSON has no way to write, and keys that would reach an object's prototype.
import type { Json, JsonObject } from './json.ts';
import { child } from './pointer.ts';

/** Far beyond what an honest document needs. */
const DEPTH_LIMIT = 200;
const VALUE_LIMIT = 2_000_000;

/** A copy without shared parts; throws an Error that says what is wrong and where. */
export function plainJson(value: unknown): Json {
  let values = 0;
  const copy = (inner: unknown, pointer: string, depth: number): Json => {
    values += 1;
    if (values > VALUE_LIMIT) throw new Error(`it expands to more than ${VALUE_LIMIT} values`);
    if (depth > DEPTH_LIMIT) {
      throw new Error(
        `it nests deeper than ${DEPTH_LIMIT} levels, or refers to itself, at ${pointer.slice(0, 80)}…`,
      );
    }
    if (Array.isArray(inner)) return inner.map((item, index) => copy(item, child(pointer, index), depth + 1));
    if (typeof inner === 'number' && !Number.isFinite(inner)) {
      throw new Error(`${pointer} is ${inner}, which JSON can't write`);
    }
    if (typeof inner !== 'object' || inner === null) return inner as Json;
    const result: JsonObject = {};
    for (const [key, entry] of Object.entries(inner)) {
      if (key === '__proto__') throw new Error(`${pointer} has a key "__proto__"`);
      result[key] = copy(entry, child(pointer, key), depth + 1);
    }
    return result;
  };
  return copy(value, '', 0);
}
