// One fact of a document changed, in place.
import type { Json, JsonObject } from '@agentsource/openapi/json';

export interface Change {
  /** Which fact is changed: a keyword, or "status", "method", … */
  fact: string;
  /** How, for a person. */
  what: string;
  /** Changes the object that states the fact. */
  apply(place: JsonObject): void;
}

/** The keyword gets another value. */
export function set(fact: string, what: string, value: Json): Change {
  const apply = (place: JsonObject) => {
    place[fact] = value;
  };
  return { fact, what, apply };
}

/** The keyword is gone. */
export function drop(fact: string): Change {
  const apply = (place: JsonObject) => {
    delete place[fact];
  };
  return { fact, what: 'dropped', apply };
}

/** Gives a key another name and leaves it where it stands among the others. */
export function rename(holder: unknown, from: string, to: string): void {
  const object = holder as JsonObject;
  const entries = Object.entries(object).map(([key, value]) => [key === from ? to : key, value] as const);
  for (const key of Object.keys(object)) delete object[key];
  for (const [key, value] of entries) object[key] = value;
}
