// Which component of the old document is which of the new one: by name, or else, under another name, by what it says.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, type Json } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { canonical } from './words.ts';

/** The sorts of components whose names the generated types export. */
const EXPORTED_SORTS = [
  'schemas',
  'responses',
  'parameters',
  'requestBodies',
  'headers',
  'pathItems',
] as const;
export type Sort = (typeof EXPORTED_SORTS)[number];

export interface Component {
  sort: Sort;
  name: string;
  pointer: string;
  value: Json;
}

export interface ComponentPair {
  before?: Component;
  after?: Component;
}

/** The components of any sort, by name. */
export function componentMap({ components }: OpenApiDocument, sort: string): Map<string, Json> {
  return new Map(entriesOf(isObject(components) ? components[sort] : undefined));
}

export function componentPointer(sort: string, name: string): string {
  return child(child('/components', sort), name);
}

/** `Thing`, as everybody calls a schema; `parameters.Limit`. */
export function componentName({ sort, name }: Component): string {
  return sort === 'schemas' ? name : `${sort}.${name}`;
}

/** Every exported component of either document, in the new document's order; one that is called otherwise now is a pair, too. */
export function pairComponents(before: OpenApiDocument, after: OpenApiDocument): ComponentPair[] {
  const [old, now] = [exportedComponents(before), exportedComponents(after)];
  const renamed = renames(
    [...old.values()].filter(({ pointer }) => !now.has(pointer)),
    [...now.values()].filter(({ pointer }) => !old.has(pointer)),
  );
  const counterpartOf = new Map([...renamed].map(([one, other]) => [other, one]));
  return [
    ...[...now.values()].map((one): ComponentPair => {
      const counterpart = old.get(one.pointer) ?? old.get(counterpartOf.get(one.pointer) ?? '');
      return counterpart ? { before: counterpart, after: one } : { after: one };
    }),
    ...[...old.values()]
      .filter(({ pointer }) => !now.has(pointer) && !renamed.has(pointer))
      .map((one) => ({ before: one })),
  ];
}

/** By pointer. */
function exportedComponents(document: OpenApiDocument): Map<string, Component> {
  const all = EXPORTED_SORTS.flatMap((sort) =>
    [...componentMap(document, sort)].map(([name, value]): Component => {
      return { sort, name, value, pointer: componentPointer(sort, name) };
    }),
  );
  return new Map(all.map((one) => [one.pointer, one]));
}

/** The new pointer of each that says what it said before; what it refers to may have been renamed with it. */
function renames(gone: readonly Component[], added: readonly Component[]): Map<string, string> {
  const renamed = new Map<string, string>();
  for (let known = -1; known < renamed.size; ) {
    known = renamed.size;
    const taken = new Set(renamed.values());
    const byText = Map.groupBy(
      added.filter(({ pointer }) => !taken.has(pointer)),
      (one) => textOf(one, new Map()),
    );
    for (const one of gone.filter(({ pointer }) => !renamed.has(pointer))) {
      const other = byText.get(textOf(one, renamed))?.shift();
      if (other) renamed.set(one.pointer, other.pointer);
    }
  }
  return renamed;
}

function textOf({ sort, value, pointer }: Component, renamed: ReadonlyMap<string, string>): string {
  const target = (reference: string) =>
    reference === `#${pointer}` ? '' : `#${renamed.get(reference.slice(1)) ?? reference.slice(1)}`;
  return `${sort} ${canonical(withReferences(value, target))}`;
}

function withReferences(value: Json, target: (reference: string) => string): Json {
  if (Array.isArray(value)) return value.map((item) => withReferences(item, target));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string' ? target(inner) : withReferences(inner, target),
    ]),
  );
}
