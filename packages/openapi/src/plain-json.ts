// Copies what a parser returned into plain JSON, and refuses what no honest document holds: alias bombs, values that refer
// to themselves, bottomless nesting, numbers that JSON has no way to write, and keys that would reach an object's prototype.

import { LIMITS } from './gate/limits.ts';
import type { Json, JsonObject } from './json.ts';
import { child } from './pointer.ts';

/** A copy without shared parts; throws an Error that says what is wrong and where. */
export function plainJson(value: unknown): Json {
  return copy(value, '', { values: 0, depth: 0 });
}

/** What was copied so far, and how deep the copy is. */
interface Progress {
  values: number;
  depth: number;
}

function copy(value: unknown, pointer: string, progress: Progress): Json {
  progress.values += 1;
  if (progress.values > LIMITS.values) throw new Error(`it expands to more than ${LIMITS.values} values`);
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new Error(`${pointer} is ${value}, which JSON can't write`);
  }
  if (typeof value === 'string' && !value.isWellFormed()) {
    throw new Error(`${pointer} has half a character, which UTF-8 can't write`);
  }
  if (typeof value !== 'object' || value === null) return value as Json;
  if (progress.depth > LIMITS.depth) {
    const place = pointer.slice(0, 80);
    throw new Error(`it nests deeper than ${LIMITS.depth} levels, or refers to itself, at ${place}…`);
  }
  progress.depth += 1;
  const result = Array.isArray(value)
    ? value.map((item, index) => copy(item, child(pointer, index), progress))
    : copyObject(value, pointer, progress);
  progress.depth -= 1;
  return result;
}

function copyObject(value: object, pointer: string, progress: Progress): JsonObject {
  const entries = Object.entries(value);
  if (entries.length > LIMITS.keys) {
    throw new Error(`${pointer || 'it'} has ${entries.length} keys; more than ${LIMITS.keys} are not taken`);
  }
  const result: JsonObject = {};
  for (const [key, inner] of entries) {
    if (key === '__proto__') throw new Error(`${pointer} has a key "__proto__"`);
    if (!key.isWellFormed())
      throw new Error(`${pointer} has a key with half a character, which UTF-8 can't write`);
    if (key.length > LIMITS.keyLength) {
      const start = JSON.stringify(key.slice(0, 40));
      throw new Error(
        `${pointer} has a key of ${key.length} characters (${start}…); ${LIMITS.keyLength} are taken`,
      );
    }
    result[key] = copy(inner, child(pointer, key), progress);
  }
  return result;
}
