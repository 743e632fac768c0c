// What must be so after a sequence of calls, whatever it was: a thing is what was last said of it, and gone once it was ended.
import { isDeepStrictEqual } from 'node:util';
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';

/** Things by their name, each with what was last sent and answered of it. */
export class Model {
  readonly things: Map<string, JsonObject> = new Map();
  /** Names of what was ended, for calls that come too late. */
  readonly ended: Set<string> = new Set();

  put(name: string, sent: JsonObject): void {
    this.things.set(name, sent);
    this.ended.delete(name);
  }

  end(name: string): void {
    if (this.things.delete(name)) this.ended.add(name);
  }

  /** What a listing says that is not so. */
  listingProblems(items: Json | undefined, key: string): string[] {
    if (!Array.isArray(items)) return ['it lists nothing'];
    const shown = new Map(
      items.flatMap((item) => (isObject(item) ? [[String(item[key]), item] as const] : [])),
    );
    const missing = [...this.things.keys()].filter((name) => !shown.has(name));
    const gone = [...shown.keys()].filter((name) => !this.things.has(name));
    return [
      ...(shown.size === items.length ? [] : [`it lists ${items.length} things under ${shown.size} names`]),
      ...missing.map((name) => `it does not list ${name}, which was made`),
      ...gone.map((name) => `it lists ${name}, which ${this.ended.has(name) ? 'was ended' : 'nobody made'}`),
      ...[...this.things].flatMap(([name, thing]) => this.thingProblems(shown.get(name), thing, name)),
    ];
  }

  /** Where what is shown of a thing has a name of what was said of it, it has its value. */
  thingProblems(shown: JsonObject | undefined, thing: JsonObject | undefined, name: string): string[] {
    if (!shown || !thing) return [];
    return Object.entries(thing).flatMap(([property, value]) =>
      !Object.hasOwn(shown, property) || isDeepStrictEqual(shown[property], value)
        ? []
        : [`${name} has ${property} ${JSON.stringify(shown[property])}, not ${JSON.stringify(value)}`],
    );
  }
}
