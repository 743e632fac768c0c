// Every constraint of a schema, and of the schemas within it, at both sides of its boundary.
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { instancesOf } from './instances.ts';
import { arrayVariants } from './keywords/array.ts';
import { enumVariants } from './keywords/enum.ts';
import { numberVariants } from './keywords/number.ts';
import { objectVariants } from './keywords/object.ts';
import { stringVariants } from './keywords/string.ts';
import { typeVariants } from './keywords/type.ts';
import { type Context, listedAt, propertiesAt, type SchemaPlace, schemaAt } from './schema.ts';
import { UNKNOWN_PROPERTY, type Variant } from './variant.ts';

/** Assertions that are varied; another one has no case, and the run says so. */
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

export interface Derivation {
  variants: Variant[];
  /** Constraints met on the way that nothing is derived for, as "pointer keyword". */
  gaps: string[];
}

/** Where deriving has come to: the schemas around this one, and the constraints without a case so far. */
interface Visit {
  context: Context;
  stack: readonly string[];
  gaps: Set<string>;
}

/** Variants of a valid value, each differing from it in one place. Whether a variant keeps its promise is checked by the caller. */
export function variantsOf(context: Context, pointer: string, base: Json): Derivation {
  const gaps = new Set<string>();
  const variants = derive({ context, stack: [], gaps }, pointer, base);
  return { variants, gaps: [...gaps] };
}

function derive(visit: Visit, pointer: string, base: Json): Variant[] {
  const { context, stack, gaps } = visit;
  const place = schemaAt(context, pointer);
  const variants = ownVariants(place, base);
  // A schema that contains itself: its inside was varied already.
  if (stack.includes(pointer)) return variants;
  const inner = { ...visit, stack: [...stack, pointer] };
  for (const keyword of unvaried(place.schema)) gaps.add(`${pointer} ${keyword}`);
  const { $ref } = place.schema;
  const same = [...(typeof $ref === 'string' ? [$ref.slice(1)] : []), ...listedAt(place, 'allOf')];
  for (const branch of same) variants.push(...derive(inner, branch, base));
  for (const branch of [...listedAt(place, 'anyOf'), ...listedAt(place, 'oneOf')]) {
    variants.push(...inPart(inner, branch, context.validator.isValid(branch, base) ? base : undefined));
  }
  if (isObject(base)) variants.push(...inProperties(inner, place, base));
  if (Array.isArray(base)) variants.push(...inItems(inner, place, base));
  return variants;
}

/** Keywords of the schema that constrain and are not varied. */
function unvaried(schema: JsonObject): string[] {
  return Object.keys(schema).filter(
    (key) => !VARIED.has(key) && !ANNOTATIONS.has(key) && !key.startsWith('x-'),
  );
}

/** The variants of a schema's own keywords. */
function ownVariants(place: SchemaPlace, base: Json): Variant[] {
  const { schema, pointer } = place;
  const found = [
    ...typeVariants(place, base),
    ...enumVariants(schema),
    ...(typeof base === 'string' ? stringVariants(schema, base) : []),
    ...(typeof base === 'number' ? numberVariants(schema) : []),
    ...(Array.isArray(base) ? arrayVariants(place, base) : []),
    ...(isObject(base) ? objectVariants(place, base) : []),
  ];
  return found.flatMap(({ value, at = '', ...rest }) =>
    value === undefined ? [] : [{ ...rest, value, at, schema: pointer }],
  );
}

/** The variants of a part of the value, or of one that is derived where there is none. */
function inPart(visit: Visit, pointer: string, base: Json | undefined): Variant[] {
  const value = base ?? instancesOf(visit.context, pointer, 1)[0];
  if (value !== undefined) return derive(visit, pointer, value);
  visit.gaps.add(`${pointer} instance`);
  return [];
}

function inProperties(visit: Visit, place: SchemaPlace, base: JsonObject): Variant[] {
  const { additionalProperties } = place.schema;
  const parts = propertiesAt(place);
  if (isObject(additionalProperties) && Object.keys(additionalProperties).length > 0) {
    parts.push([UNKNOWN_PROPERTY, child(place.pointer, 'additionalProperties')]);
  }
  return parts.flatMap(([name, at]) =>
    inPart(visit, at, base[name]).map((variant) => ({
      ...variant,
      at: `${child('', name)}${variant.at}`,
      value: { ...base, [name]: variant.value },
    })),
  );
}

function inItems(visit: Visit, place: SchemaPlace, base: Json[]): Variant[] {
  const parts = listedAt(place, 'prefixItems').map((at, index) => ({ at, index }));
  if (isObject(place.schema.items)) {
    const index = Math.min(parts.length, Math.max(0, base.length - 1));
    parts.push({ at: child(place.pointer, 'items'), index });
  }
  return parts.flatMap(({ at, index }) =>
    inPart(visit, at, base[index]).map((variant) => ({
      ...variant,
      at: `/${index}${variant.at}`,
      value: Object.assign([...base], { [index]: variant.value }),
    })),
  );
}
