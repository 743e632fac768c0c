// What a schema means, whatever its spelling: the form in which two schemas are compared.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { canonical } from '../words.ts';
import { isNull, type Part, partsOf, saysWhat } from './parts.ts';
import { inner, innerList, innerMap, keyOf, type Place } from './place.ts';

export interface View {
  place: Place;
  /** Where what the schema says is written: behind a reference, in the component. */
  home: string;
  /** Every schema that was merged into this view, by pointer. */
  covers: string[];
  /** No statement about the value at all. */
  any: boolean;
  /** Without null. Empty when a union says it. */
  types: string[];
  nullable: boolean;
  /** Without null. */
  values: Json[] | undefined;
  properties: Map<string, Place>;
  required: Set<string>;
  /** Properties that are not named: refused, not mentioned, of any type, or of one. */
  additional: 'closed' | 'unmentioned' | 'any' | Place;
  items: Place | undefined;
  tuple: Place[] | undefined;
  /** Two or more alternatives. */
  branches: Place[] | undefined;
  exclusive: boolean;
  discriminator: JsonObject | undefined;
  /** Keywords whose values restrict further; see constraints.ts. */
  constraints: JsonObject;
  annotations: JsonObject;
  /** The pointer of the schema that each constraint and annotation stands in. */
  origin: Map<string, string>;
}

export type Viewer = (place: Place) => View;

/** Views of one document's schemas, each made once. */
export function createViewer(document: OpenApiDocument): Viewer {
  const known = new Map<string, View>();
  const view: Viewer = (place) => {
    const key = keyOf(place);
    const made = known.get(key);
    if (made) return made;
    // A union that is its own alternative ends here.
    known.set(key, emptyView(place));
    known.set(key, makeView(document, place, view));
    return known.get(key) as View;
  };
  return view;
}

const STRUCTURE = new Set(
  `$ref allOf anyOf oneOf type enum const properties required additionalProperties items prefixItems discriminator
  $defs definitions $schema $id $anchor`.split(/\s+/),
);
const ANNOTATIONS = new Set(
  `title description default deprecated readOnly writeOnly example examples externalDocs xml $comment`.split(
    /\s+/,
  ),
);

function makeView(document: OpenApiDocument, place: Place, viewer: Viewer): View {
  const { parts, unions, nullable } = partsOf(document, place);
  const view: View = {
    ...emptyView(place),
    home: homeOf(parts, place),
    covers: parts.map((part) => part.place.pointer),
    types: typesOf(parts),
    nullable: nullable === true,
    values: valuesOf(parts),
  };
  for (const part of parts) addPart(view, part);
  inferType(view);
  for (const { keyword, branches } of unions) {
    view.branches ??= branches;
    view.exclusive ||= keyword === 'oneOf';
  }
  view.branches ??= branchesOfTypes(view);
  if (view.branches) settleBranches(view, viewer);
  if (isBareObject(view)) view.additional = 'any';
  view.any = view.types.length === 0 && !view.values && !view.branches;
  // Anything, null included.
  if (view.any) view.nullable = false;
  return view;
}

function emptyView(place: Place): View {
  return {
    place,
    home: place.pointer,
    covers: [place.pointer],
    any: false,
    types: [],
    nullable: false,
    values: undefined,
    properties: new Map(),
    required: new Set(),
    additional: 'unmentioned',
    items: undefined,
    tuple: undefined,
    branches: undefined,
    exclusive: false,
    discriminator: undefined,
    constraints: {},
    annotations: {},
    origin: new Map(),
  };
}

/** The one part that says what the value is; the place itself when several do. */
function homeOf(parts: readonly Part[], place: Place): string {
  const saying = parts.filter(({ schema }) => saysWhat(schema) || isUnion(schema));
  const [only, ...more] = saying;
  return only && more.length === 0 ? only.place.pointer : place.pointer;
}

function isUnion({ anyOf, oneOf }: JsonObject): boolean {
  return [anyOf, oneOf].some((list) => Array.isArray(list) && list.filter((one) => !isNull(one)).length > 1);
}

function addPart(view: View, { schema, place }: Part): void {
  for (const [name, property] of innerMap(place, 'properties', schema.properties)) {
    const known = view.properties.get(name);
    view.properties.set(name, known ? bothOf(known, property) : property);
  }
  if (Array.isArray(schema.required)) for (const name of schema.required) view.required.add(String(name));
  if (schema.additionalProperties !== undefined && view.additional === 'unmentioned') {
    view.additional = additionalOf(schema.additionalProperties, place);
  }
  if (isObject(schema.items)) view.items ??= inner(place, 'items', schema.items);
  if (Array.isArray(schema.prefixItems)) view.tuple ??= innerList(place, 'prefixItems', schema.prefixItems);
  if (isObject(schema.discriminator)) view.discriminator ??= schema.discriminator;
  for (const [keyword, value] of Object.entries(schema)) {
    if (STRUCTURE.has(keyword)) continue;
    const into = ANNOTATIONS.has(keyword) || keyword.startsWith('x-') ? view.annotations : view.constraints;
    if (keyword in into) continue;
    into[keyword] = value;
    view.origin.set(keyword, place.pointer);
  }
}

/** A property that two members of an `allOf` describe has to satisfy both. */
function bothOf(one: Place, other: Place): Place {
  return { ...one, and: other };
}

function additionalOf(value: Json, place: Place): View['additional'] {
  if (value === false) return 'closed';
  if (value === true || (isObject(value) && Object.keys(value).length === 0)) return 'any';
  return inner(place, 'additionalProperties', value);
}

/** The types that every part allows, null left aside unless it is the only one. */
function typesOf(parts: readonly Part[]): string[] {
  let allowed: string[] | undefined;
  for (const { schema } of parts) {
    if (schema.type === undefined) continue;
    const own = (Array.isArray(schema.type) ? schema.type : [schema.type]).map(String);
    allowed = allowed ? commonTypes(allowed, own) : own;
  }
  if (allowed?.length === 0) return ['never'];
  const types = allowed ?? [];
  return types.length === 1 ? types : types.filter((type) => type !== 'null');
}

/** An integer is a number. */
function commonTypes(one: readonly string[], other: readonly string[]): string[] {
  const allows = (list: readonly string[], type: string) =>
    list.includes(type) || (type === 'integer' && list.includes('number'));
  const common = [...one.filter((type) => allows(other, type)), ...other.filter((type) => allows(one, type))];
  return [...new Set(common)];
}

function valuesOf(parts: readonly Part[]): Json[] | undefined {
  let allowed: Json[] | undefined;
  for (const { schema } of parts) {
    const own =
      schema.const !== undefined ? [schema.const] : Array.isArray(schema.enum) ? schema.enum : undefined;
    if (!own) continue;
    const before = allowed?.map((value) => JSON.stringify(value));
    allowed = before ? own.filter((value) => before.includes(JSON.stringify(value))) : own;
  }
  return allowed?.filter((value) => value !== null);
}

function inferType(view: View): void {
  if (view.types.length > 0) return;
  if (view.values) view.types = [...new Set(view.values.map((value) => typeof value as string))];
  else if (view.properties.size > 0 || view.additional !== 'unmentioned') view.types = ['object'];
  else if (view.items || view.tuple) view.types = ['array'];
}

function isBareObject({ types, properties, additional, branches }: View): boolean {
  return (
    types.length === 1 &&
    types[0] === 'object' &&
    properties.size === 0 &&
    additional === 'unmentioned' &&
    branches === undefined
  );
}

/** `type: [string, integer]` is an `anyOf` of the two. */
function branchesOfTypes({ types, values, place }: View): Place[] | undefined {
  if (types.length < 2 || values) return undefined;
  const schema = isObject(place.schema) ? place.schema : {};
  return types.map((type) => ({ schema: { ...schema, type }, pointer: place.pointer, part: type }));
}

/** Alternatives that another one includes: said twice, or one value of a type that is taken whole. */
function withoutRedundant(branches: readonly Place[], viewer: Viewer): Place[] {
  const whole = branches
    .map(viewer)
    .filter(({ values, branches: nested }) => !values && !nested)
    .map(({ types }) => types.join());
  const seen = new Set<string>();
  return branches.filter((branch) => {
    const { values, types } = viewer(branch);
    const key = canonical(branch.schema) + (branch.part ?? '');
    if (seen.has(key) || (values && whole.includes(types.join()))) return false;
    seen.add(key);
    return true;
  });
}

/** Unions of unions are one union, and a union of nothing but constants is an enum. */
function settleBranches(view: View, viewer: Viewer): void {
  const branches = (view.branches ?? []).flatMap((branch) => {
    const { branches: nested, properties } = viewer(branch);
    return nested && properties.size === 0 ? nested : [branch];
  });
  view.branches = withoutRedundant(branches, viewer);
  const views = view.branches.map(viewer);
  // An alternative that takes anything makes the union say nothing.
  if (views.some(({ any }) => any)) view.branches = undefined;
  if (!view.branches) return;
  if (view.properties.size === 0) view.types = [];
  if (views.every(({ values, branches: nested }) => values && !nested)) becomeEnum(view, views);
}

function becomeEnum(view: View, views: readonly View[]): void {
  view.values = views.flatMap(({ values }) => values ?? []);
  view.types = [...new Set(views.flatMap(({ types }) => types))];
  view.branches = undefined;
  const told = views.filter(({ annotations }) => Object.keys(annotations).length > 0);
  if (told.length === 0) return;
  view.annotations.alternatives = told.map(({ values, annotations }) => [values ?? [], annotations]);
}
