// References: inside the document, to something that is there to be described, or refused.
import type { OpenApiDocument } from '../document.ts';
import { UnreadableError } from '../errors.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { child, get } from '../pointer.ts';
import { walk } from '../walk.ts';

/** What would have us open a file or a socket, or follow a reference for ever. */
export function refuseForeignReferences(document: OpenApiDocument, name: string): void {
  const data = new Set<JsonObject | Json[] | Json>();
  walk(document, {
    data: (holder, key) => {
      const value = (holder as JsonObject)[key];
      if (typeof value === 'object' && value !== null) data.add(value);
    },
    schema: (schema, pointer) => refuseForeignMapping(document, schema, pointer, name),
  });
  refuseForeignIn(document, '', data, name);
}

/** Everywhere but in data, also where OpenAPI has no reference: the libraries look for them everywhere. */
function refuseForeignIn(value: Json, pointer: string, data: ReadonlySet<unknown>, name: string): void {
  if (typeof value !== 'object' || value === null || data.has(value)) return;
  for (const [key, inner] of Object.entries(value) as [string, Json][]) {
    const at = child(pointer, key);
    if (key === '$ref' && typeof inner === 'string') refuseForeign(inner, at, name);
    refuseForeignIn(inner, at, data, name);
  }
}

function refuseForeign(reference: string, pointer: string, name: string): void {
  if (reference === '#' || reference.startsWith('#/')) return;
  throw new UnreadableError(
    `${name}: ${pointer} leads out of the document, to ${JSON.stringify(reference.slice(0, 200))}, which is not followed; ` +
      'bundle the document first, so that everything it refers to is in it',
  );
}

/** By then a mapping's value that is a schema's name has become a reference. */
function refuseForeignMapping(
  document: OpenApiDocument,
  { discriminator }: JsonObject,
  pointer: string,
  name: string,
): void {
  if (!isObject(discriminator) || !isObject(discriminator.mapping)) return;
  for (const [value, target] of Object.entries(discriminator.mapping)) {
    const at = child(child(child(pointer, 'discriminator'), 'mapping'), value);
    if (typeof target !== 'string') {
      throw new UnreadableError(`${name}: ${at} is ${JSON.stringify(target)}, not the name of a schema`);
    }
    refuseForeign(target, at, name);
    if (get(document, target) === undefined) {
      throw new UnreadableError(`${name}: ${at} names ${JSON.stringify(target)}, which the document lacks`);
    }
  }
}

/** Keywords by which a schema applies other schemas to the very same value. */
const IN_PLACE = ['allOf', 'anyOf', 'oneOf'] as const;

/** A schema that is defined as itself describes nothing, and no generator or validator comes to an end with it. */
export function refuseCircles(document: OpenApiDocument, name: string): void {
  const settled = new Set<string>();
  const follow = (pointer: string, path: readonly string[]): void => {
    if (settled.has(pointer)) return;
    if (path.includes(pointer)) {
      const circle = [...path.slice(path.indexOf(pointer)), pointer].map((at) => at.replace(/^#/, ''));
      throw new UnreadableError(
        `${name}: ${circle[0]} is defined as itself${circle.length > 2 ? ` (${circle.join(' → ')})` : ''}; ` +
          'a schema may contain itself in a property or an item only',
      );
    }
    for (const next of appliedInPlace(get(document, pointer), pointer)) follow(next, [...path, pointer]);
    settled.add(pointer);
  };
  const visit = (_: JsonObject, pointer: string) => follow(pointer, []);
  walk(document, { schema: visit, reference: visit });
}

/** JSON Pointers of what a schema, or a reference, stands for. */
function appliedInPlace(value: Json | undefined, pointer: string): string[] {
  if (!isObject(value)) return [];
  const lists = IN_PLACE.flatMap((keyword) => {
    const list = value[keyword];
    const at = child(pointer, keyword);
    return Array.isArray(list) ? list.map((_, index) => child(at, index)) : [];
  });
  return typeof value.$ref === 'string' ? [value.$ref.slice(1), ...lists] : lists;
}
