// Whether two schemas say the same, word for word, and so does everything that they refer to: then there is nothing to compare.
import { isDeepStrictEqual } from 'node:util';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, type Json } from '@agentsource/openapi/json';
import { keysOf, pointerOf } from '@agentsource/openapi/pointer';
import { componentPointer } from '../components.ts';
import type { Discriminators } from './merge.ts';
import { keyOf, type Place } from './place.ts';

/** A document, and what its discriminators say of its components. */
export interface Told {
  document: OpenApiDocument;
  told: Discriminators;
}

export function createSameness(before: Told, after: Told): (old: Place, now: Place) => boolean {
  const same = sameComponents(before, after);
  const known = new Map<string, boolean>();
  return (old, now) => {
    if (isPart(old) || isPart(now)) return false;
    const key = `${keyOf(old)} ${keyOf(now)}`;
    const isSame = known.get(key) ?? compare(old, now, same);
    known.set(key, isSame);
    return isSame;
  };
}

function isPart({ part, and }: Place): boolean {
  return and !== undefined || (part !== undefined && part !== 'alone');
}

function compare(old: Place, now: Place, same: ReadonlySet<string>): boolean {
  const component = componentOf(now.pointer);
  if (old.pointer === now.pointer && component !== undefined && same.has(component)) return true;
  return isDeepStrictEqual(old.schema, now.schema) && references(old.schema).every((key) => same.has(key));
}

/** The components that both documents have, and that are the same all the way down. */
function sameComponents(before: Told, after: Told): Set<string> {
  const [old, now] = [componentsOf(before), componentsOf(after)];
  const same = new Set([...now.keys()].filter((key) => isDeepStrictEqual(old.get(key), now.get(key))));
  const users = new Map<string, string[]>();
  const others: string[] = [...now.keys()].filter((key) => !same.has(key));
  for (const key of same) {
    for (const used of references(now.get(key)?.value ?? null)) {
      const known = users.get(used);
      if (known) known.push(key);
      else users.set(used, [key]);
      if (!now.has(used)) others.push(used);
    }
  }
  // Whoever refers to one that is another now is another, too.
  for (const key of others) {
    for (const user of users.get(key) ?? []) if (same.delete(user)) others.push(user);
  }
  return same;
}

/** All sorts of components, each by sort and name, with what discriminators say of it. */
function componentsOf({ document, told }: Told) {
  return new Map(
    entriesOf(document.components).flatMap(([sort, named]) =>
      entriesOf(named).map(([name, value]) => [
        pointerOf([sort, name]),
        { value, told: told.get(componentPointer(sort, name)) },
      ]),
    ),
  );
}

/** The components that a value refers to; a key that none has for what is no component. */
function references(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [componentOf(inner) ?? ''] : references(inner),
  );
}

function componentOf(pointer: string): string | undefined {
  const [components, sort, name] = keysOf(pointer);
  return components === 'components' && sort !== undefined && name !== undefined
    ? pointerOf([sort, name])
    : undefined;
}
