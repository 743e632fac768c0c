// Every constraint of a schema at both sides of its boundary: values that it accepts and values that it refuses.
import type { Json, JsonObject } from '../document.ts';
import { instancesOf, itemsOf } from './instances.ts';
import {
  type Context,
  child,
  isObject,
  listAt,
  propertiesAt,
  schemaAt,
  type TypeName,
  typeOf,
  typesOf,
} from './schema.ts';
import { nearMisses, stringsFor, stringsOfLength } from './strings.ts';

export interface Variant {
  value: Json;
  /** Where in the value the variation is, as a JSON Pointer. */
  at: string;
  /** The schema that the constraint belongs to, as a JSON Pointer into the document. */
  schema: string;
  keyword: string;
  /** Which side of the boundary, for a person. */
  what: string;
  side: 'accepted' | 'refused';
}

/** Assertions that `variantsOf` knows how to vary; another one has no case, and the run says so. */
const VARIED = new Set(
  `type enum const minLength maxLength pattern format minimum maximum exclusiveMinimum exclusiveMaximum multipleOf
  minItems maxItems uniqueItems items prefixItems minProperties maxProperties required properties additionalProperties
  $ref allOf anyOf oneOf`.split(/\s+/),
);

const ANNOTATIONS = new Set(
  'title description default deprecated readOnly writeOnly example examples discriminator xml externalDocs $comment'.split(
    ' ',
  ),
);

/** Keywords of the schema that constrain and are not varied. */
function unvaried(schema: JsonObject): string[] {
  return Object.keys(schema).filter(
    (key) => !VARIED.has(key) && !ANNOTATIONS.has(key) && !key.startsWith('x-'),
  );
}

export interface Derivation {
  variants: Variant[];
  /** Constraints met on the way that nothing is derived for, as "pointer keyword". */
  gaps: string[];
}

/** Variants of a valid value, each differing from it in one place. Whether a variant keeps its promise is checked by the caller. */
export function variantsOf(context: Context, pointer: string, base: Json): Derivation {
  const gaps = new Set<string>();
  const variants = derive(context, pointer, base, [], gaps);
  return { variants, gaps: [...gaps] };
}

function derive(
  context: Context,
  pointer: string,
  base: Json,
  stack: readonly string[],
  gaps: Set<string>,
): Variant[] {
  const schema = schemaAt(context, pointer);
  // A schema that contains itself: its inside was varied already.
  if (stack.includes(pointer)) return own(context, pointer, schema, base);
  const inner = [...stack, pointer];
  for (const keyword of unvaried(schema)) gaps.add(`${pointer} ${keyword}`);
  const variants = own(context, pointer, schema, base);
  if (typeof schema.$ref === 'string')
    variants.push(...derive(context, schema.$ref.slice(1), base, inner, gaps));
  for (const branch of listAt(pointer, 'allOf', schema))
    variants.push(...derive(context, branch, base, inner, gaps));
  for (const keyword of ['anyOf', 'oneOf']) {
    for (const branch of listAt(pointer, keyword, schema)) {
      const value = context.validator.isValid(branch, base) ? base : instancesOf(context, branch, 1)[0];
      if (value === undefined) gaps.add(`${branch} instance`);
      else variants.push(...derive(context, branch, value, inner, gaps));
    }
  }
  if (isObject(base)) variants.push(...inProperties(context, pointer, schema, base, inner, gaps));
  if (Array.isArray(base)) variants.push(...inItems(context, pointer, schema, base, inner, gaps));
  return variants;
}

function inProperties(
  context: Context,
  pointer: string,
  schema: JsonObject,
  base: JsonObject,
  stack: readonly string[],
  gaps: Set<string>,
): Variant[] {
  const within = (name: string, at: string) => {
    const value = base[name] ?? instancesOf(context, at, 1)[0];
    if (value === undefined) {
      gaps.add(`${at} instance`);
      return [];
    }
    return derive(context, at, value, stack, gaps).map((variant) => ({
      ...variant,
      at: `${child('', name)}${variant.at}`,
      value: { ...base, [name]: variant.value },
    }));
  };
  const variants = propertiesAt(pointer, schema).flatMap(([name, at]) => within(name, at));
  if (isObject(schema.additionalProperties) && Object.keys(schema.additionalProperties).length > 0) {
    variants.push(...within(UNKNOWN_PROPERTY, child(pointer, 'additionalProperties')));
  }
  return variants;
}

function inItems(
  context: Context,
  pointer: string,
  schema: JsonObject,
  base: Json[],
  stack: readonly string[],
  gaps: Set<string>,
): Variant[] {
  const within = (index: number, at: string) => {
    const value = base[index] ?? instancesOf(context, at, 1)[0];
    if (value === undefined) {
      gaps.add(`${at} instance`);
      return [];
    }
    return derive(context, at, value, stack, gaps).map((variant) => {
      const list = [...base];
      list[index] = variant.value;
      return { ...variant, at: `/${index}${variant.at}`, value: list };
    });
  };
  const head = listAt(pointer, 'prefixItems', schema);
  const variants = head.flatMap((at, index) => within(index, at));
  if (isObject(schema.items))
    variants.push(...within(Math.min(head.length, Math.max(0, base.length - 1)), child(pointer, 'items')));
  return variants;
}

const UNKNOWN_PROPERTY = 'not_in_the_document';

type Side = Variant['side'];
type Add = (side: Side, keyword: string, what: string, value: Json | undefined, at?: string) => void;

/** The variants of a schema's own keywords. */
function own(context: Context, pointer: string, schema: JsonObject, base: Json): Variant[] {
  const variants: Variant[] = [];
  const add: Add = (side, keyword, what, value, at = '') => {
    if (value !== undefined) variants.push({ value, at, schema: pointer, keyword, what, side });
  };
  ofTypes(context, pointer, schema, base, add);
  ofValues(schema, add);
  if (typeof base === 'string') ofString(schema, base, add);
  if (typeof base === 'number') ofNumber(schema, add);
  if (Array.isArray(base)) ofArray(context, pointer, schema, base, add);
  if (isObject(base)) ofObject(context, pointer, schema, base, add);
  return variants;
}

const SPECIMENS: [TypeName, Json][] = [
  ['null', null],
  ['boolean', true],
  ['integer', 7],
  ['number', 1.5],
  ['string', 'text'],
  ['array', []],
  ['object', {}],
];

/** Each type that is allowed, and each that is not. */
function ofTypes(context: Context, pointer: string, schema: JsonObject, base: Json, add: Add): void {
  const types = typesOf(schema);
  for (const [type, specimen] of SPECIMENS) {
    if (types.length === 0) continue;
    const allowed = types.includes(type) || (type === 'integer' && types.includes('number'));
    if (!allowed) add('refused', 'type', `${type} for ${types.join(' or ')}`, specimen);
    else if (type === typeOf(base)) add('accepted', 'type', `${type}`, base);
    else {
      const like = [specimen, ...instancesOf(context, pointer, 5)].filter((value) => typeOf(value) === type);
      add(
        'accepted',
        'type',
        `${type}`,
        like.find((value) => context.validator.isValid(pointer, value)) ?? specimen,
      );
    }
  }
}

function ofValues(schema: JsonObject, add: Add): void {
  const values = Array.isArray(schema.enum) ? schema.enum : schema.const === undefined ? [] : [schema.const];
  const keyword = Array.isArray(schema.enum) ? 'enum' : 'const';
  for (const value of values) add('accepted', keyword, JSON.stringify(value), value);
  const [first] = values;
  if (typeof first === 'string') {
    add('refused', keyword, 'an unknown value', `${first}_unknown`);
    const swapped = first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase();
    add('refused', keyword, 'another case', swapped);
  } else if (typeof first === 'number') add('refused', keyword, 'an unknown value', first + 7919);
}

function ofString(schema: JsonObject, base: string, add: Add): void {
  for (const [keyword, outwards] of [
    ['minLength', -1],
    ['maxLength', 1],
  ] as const) {
    const bound = schema[keyword];
    if (typeof bound !== 'number') continue;
    for (const text of stringsOfLength(schema, base, bound))
      add('accepted', keyword, `${bound} characters`, text);
    if (bound + outwards < 0) continue;
    for (const text of stringsOfLength(schema, base, bound + outwards)) {
      add('refused', keyword, `${bound + outwards} characters`, text);
    }
  }
  if (typeof schema.pattern === 'string') {
    for (const text of [base, ...stringsFor(schema, 2)]) add('accepted', 'pattern', shorten(text), text);
    for (const text of nearMisses(base)) add('refused', 'pattern', shorten(text), text);
  }
  if (typeof schema.format === 'string') {
    add('accepted', 'format', shorten(base), base);
    add('refused', 'format', `not a ${schema.format}`, `not a ${schema.format}`);
  }
}

function ofNumber(schema: JsonObject, add: Add): void {
  const step = typeof schema.multipleOf === 'number' ? schema.multipleOf : 1;
  for (const [keyword, outwards] of [
    ['minimum', -1],
    ['maximum', 1],
    ['exclusiveMinimum', -1],
    ['exclusiveMaximum', 1],
  ] as const) {
    const bound = schema[keyword];
    if (typeof bound !== 'number') continue;
    const exclusive = keyword.startsWith('exclusive');
    const accepted = exclusive ? bound - outwards * step : bound;
    const refused = exclusive ? bound : bound + outwards * step;
    add('accepted', keyword, String(accepted), accepted);
    add('refused', keyword, String(refused), refused);
  }
  if (typeof schema.multipleOf === 'number') {
    add('accepted', 'multipleOf', String(step * 2), step * 2);
    add('refused', 'multipleOf', String(step * 1.5), step * 1.5);
  }
}

function ofArray(context: Context, pointer: string, schema: JsonObject, base: Json[], add: Add): void {
  const ofLength = (length: number): Json[] | undefined => {
    if (length < 0) return undefined;
    const more = base.length < length ? itemsOf(context, pointer, schema, length + base.length) : [];
    const known = new Set(base.map((item) => JSON.stringify(item)));
    const fresh = more.filter((item) => !known.has(JSON.stringify(item)));
    const list = [...base, ...(fresh.length + base.length >= length ? fresh : more)].slice(0, length);
    return list.length === length ? list : undefined;
  };
  if (typeof schema.minItems === 'number') {
    add('accepted', 'minItems', `${schema.minItems} items`, ofLength(schema.minItems));
    if (schema.minItems > 0)
      add('refused', 'minItems', `${schema.minItems - 1} items`, ofLength(schema.minItems - 1));
  } else add('accepted', 'open', 'no items', []);
  if (typeof schema.maxItems === 'number') {
    add('accepted', 'maxItems', `${schema.maxItems} items`, ofLength(schema.maxItems));
    add('refused', 'maxItems', `${schema.maxItems + 1} items`, ofLength(schema.maxItems + 1));
  } else add('accepted', 'open', 'many items', ofLength(50) ?? ofLength(base.length + 1));
  const pair = ofLength(Math.max(1, typeof schema.minItems === 'number' ? schema.minItems - 1 : 1));
  const doubled = pair && [...pair, pair[0] as Json];
  if (schema.uniqueItems === true) {
    add('accepted', 'uniqueItems', 'distinct items', ofLength(2));
    add('refused', 'uniqueItems', 'an item twice', doubled);
  } else add('accepted', 'open', 'an item twice', doubled);
}

function ofObject(context: Context, pointer: string, schema: JsonObject, base: JsonObject, add: Add): void {
  const required = new Set(Array.isArray(schema.required) ? schema.required.map(String) : []);
  for (const name of required)
    add('refused', 'required', `without ${name}`, without(base, [name]), child('', name));
  if (isObject(schema.properties)) {
    const optional = Object.keys(schema.properties).filter((name) => !required.has(name));
    add('accepted', required.size > 0 ? 'required' : 'open', 'nothing optional', without(base, optional));
  }
  const extended = { ...base, [UNKNOWN_PROPERTY]: 'text' };
  if (schema.additionalProperties === false) {
    add('refused', 'additionalProperties', 'an unknown property', extended, child('', UNKNOWN_PROPERTY));
    add('accepted', 'additionalProperties', 'no unknown property', base);
  } else if (!isObject(schema.additionalProperties)) {
    add('accepted', 'open', 'an unknown property', extended);
  }
  for (const [keyword, outwards] of [
    ['minProperties', -1],
    ['maxProperties', 1],
  ] as const) {
    const bound = schema[keyword];
    if (typeof bound !== 'number') continue;
    add('accepted', keyword, `${bound} properties`, ofSize(context, pointer, schema, base, bound));
    add(
      'refused',
      keyword,
      `${bound + outwards} properties`,
      ofSize(context, pointer, schema, base, bound + outwards),
    );
  }
}

function ofSize(
  context: Context,
  pointer: string,
  schema: JsonObject,
  base: JsonObject,
  size: number,
): Json | undefined {
  if (size < 0) return undefined;
  const names = Object.keys(base);
  if (names.length > size) return without(base, names.slice(size));
  const value = { ...base };
  for (const [name, at] of propertiesAt(pointer, schema)) {
    if (Object.keys(value).length === size) return value;
    const inner = instancesOf(context, at, 1)[0];
    if (inner !== undefined) value[name] ??= inner;
  }
  for (let index = 0; Object.keys(value).length < size; index += 1)
    value[`${UNKNOWN_PROPERTY}_${index}`] = 'text';
  return value;
}

function without(value: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

function shorten(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text);
}
