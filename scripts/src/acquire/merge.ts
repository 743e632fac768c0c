// Merges the documents of several pages into one. What two pages both define must mean the same in both.
import { isDeepStrictEqual } from 'node:util';
import { type Hit, METHODS, type OpenApiDocument } from '@agentsource/openapi/document';
import { UnreadableError } from '@agentsource/openapi/errors';
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child, get } from '@agentsource/openapi/pointer';
import { respell } from '@agentsource/openapi/respell';
import { meaningOf } from './meaning.ts';

export interface Page {
  name: string;
  document: OpenApiDocument;
  /** Where in the page a place of its document is: `page.md:12`. */
  locate(pointer: string): string;
}

interface ReadPage extends Page {
  /** Pages are compared in this one spelling. */
  respelled: OpenApiDocument;
}

/** The union of the pages' operations and components, sorted by name; throws an UnreadableError where pages contradict. */
export function mergePages(pages: readonly Page[]): { document: OpenApiDocument; hits: Hit[] } {
  const merge = new Merge(
    pages.map((page) => ({ ...page, respelled: respell(page.document, page.name).document })),
  );
  return { document: merge.document(), hits: merge.hits };
}

class Merge {
  readonly hits: Hit[] = [];
  readonly #pages: readonly ReadPage[];

  constructor(pages: readonly ReadPage[]) {
    this.#pages = pages;
  }

  document(): OpenApiDocument {
    const result: JsonObject = {};
    for (const key of this.#keysAt('')) {
      const at = child('', key);
      if (key === 'paths' || key === 'webhooks')
        result[key] = this.#union(at, (path) => this.#pathItem(path));
      else if (key === 'components') result[key] = this.#union(at, (kind) => this.#union(kind));
      else if (key === 'tags') result[key] = this.#tags();
      else result[key] = this.#everywhere(at);
    }
    return result as OpenApiDocument;
  }

  /** Names that any page has, each defined once or with the same meaning. */
  #union(pointer: string, member: (pointer: string) => Json = (at) => this.#agreed(at)): JsonObject {
    const names = this.#keysAt(pointer).sort();
    return Object.fromEntries(names.map((name) => [name, member(child(pointer, name))]));
  }

  /** Operations are joined; what a path says for all of its operations must be said by every page that has the path. */
  #pathItem(pointer: string): JsonObject {
    const isMethod = (key: string) => (METHODS as readonly string[]).includes(key);
    const having = this.#pages.filter(({ document }) => get(document, pointer) !== undefined);
    const member = (key: string) => {
      const at = child(pointer, key);
      return [key, isMethod(key) ? this.#agreed(at) : this.#everywhere(at, having)] as const;
    };
    return Object.fromEntries(this.#keysAt(pointer).map(member));
  }

  /** Servers, security and the like reach every operation of a page, so that all pages must have them, and the same. */
  #everywhere(pointer: string, pages = this.#pages): Json {
    const missing = pages.find(({ document }) => get(document, pointer) === undefined);
    const having = pages.find(({ document }) => get(document, pointer) !== undefined);
    if (missing && having) {
      throw new UnreadableError(
        `${having.locate(pointer)} and ${missing.name} can't be merged: only the first has ${pointer}, and it would reach the operations of both`,
      );
    }
    return this.#agreed(pointer);
  }

  #agreed(pointer: string): Json {
    const [first, ...others] = this.#pages.filter(({ document }) => get(document, pointer) !== undefined);
    if (first === undefined) throw new Error(`no page has ${pointer}`);
    for (const other of others) this.#compare(first, other, pointer);
    return get(first.document, pointer) as Json;
  }

  #compare(first: ReadPage, second: ReadPage, pointer: string): void {
    if (isDeepStrictEqual(get(first.document, pointer), get(second.document, pointer))) return;
    const [one, other] = [first, second].map(({ respelled }) => meaningOf(get(respelled, pointer) ?? null));
    const inside = firstDifference(one, other);
    if (inside === undefined) {
      const detail = `worded differently in ${second.name}; the words of ${first.name} were kept`;
      this.hits.push({ rule: 'merge', pointer, detail });
      return;
    }
    const [says, contradicts] = [one, other].map((value) => show(get(value ?? null, inside)));
    const place = pointer + inside;
    throw new UnreadableError(
      `${first.locate(place)} and ${second.locate(place)} contradict each other: ${place} is ${says} in the first and ${contradicts} in the second`,
    );
  }

  #tags(): Json[] {
    const byName = new Map<Json | undefined, Json>();
    for (const { document } of this.#pages) {
      for (const tag of Array.isArray(document.tags) ? document.tags : []) {
        const name = isObject(tag) ? tag.name : tag;
        if (!byName.has(name)) byName.set(name, tag);
      }
    }
    return [...byName.values()];
  }

  #keysAt(pointer: string): string[] {
    const keys = this.#pages.flatMap(({ document }) => {
      const value = get(document, pointer);
      return isObject(value) ? Object.keys(value) : [];
    });
    return [...new Set(keys)];
  }
}

/** The pointer of the first place where two values differ, in the order of the first's keys. */
function firstDifference(one: Json | undefined, other: Json | undefined, pointer = ''): string | undefined {
  if (isDeepStrictEqual(one, other)) return undefined;
  const isBranching = isObject(one) ? isObject(other) : Array.isArray(one) && Array.isArray(other);
  if (!isBranching) return pointer;
  const [left, right] = [one, other] as JsonObject[];
  for (const key of Object.keys({ ...left, ...right })) {
    const found = firstDifference(left?.[key], right?.[key], child(pointer, key));
    if (found !== undefined) return found;
  }
  return pointer;
}

function show(value: Json | undefined): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
