// Discriminators, settled before the tool acts on them in its own way: the keyword goes, and each schema that it tells apart has the
// property with its value, which is all that TypeScript needs to narrow.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { walk } from '@agentsource/openapi/walk';
import { componentOf, partsOf, referredComponent, schemasOf } from './schema.ts';

/** By component, by property: the values that stand for the component. */
type Values = Map<string, Map<string, Set<string>>>;
/** By component: those that consist of it and more. */
type Children = ReadonlyMap<string, string[]>;

export function settleDiscriminators(document: OpenApiDocument): void {
  const values = discriminatorValues(document);
  walk(document, {
    schema: (schema) => {
      delete schema.discriminator;
    },
  });
  for (const [component, properties] of values) {
    for (const [property, own] of properties) narrow(document, component, property, own);
  }
}

/** By component, by property: the values by which discriminators tell the component, those of what extends it included. */
export function discriminatorValues(document: OpenApiDocument): Map<string, Map<string, string[]>> {
  const children = childrenOf(document);
  const places: Place[] = [];
  walk(document, {
    schema: (schema, pointer) => {
      const { discriminator } = schema;
      if (!isObject(discriminator) || typeof discriminator.propertyName !== 'string') return;
      const { propertyName, mapping } = discriminator;
      places.push({ schema, pointer, propertyName, mapping: isObject(mapping) ? mapping : undefined });
    },
  });
  const values = valuesOf(document, places, children);
  const withInherited = (component: string, property: string, own: ReadonlySet<string>): string[] => {
    // What extends a schema is one of it, with a value of its own.
    const inherited = descendants(component, children).flatMap((name) => [
      ...(values.get(name)?.get(property) ?? []),
    ]);
    return [...new Set([...own, ...inherited])];
  };
  return new Map(
    [...values].map(([component, properties]) => [
      component,
      new Map([...properties].map(([property, own]) => [property, withInherited(component, property, own)])),
    ]),
  );
}

/** A schema with a discriminator. */
interface Place {
  schema: JsonObject;
  pointer: string;
  propertyName: string;
  mapping: JsonObject | undefined;
}

/** What the mappings say; a component that no mapping names goes by its own name where one without mapping lists it. */
function valuesOf(document: OpenApiDocument, places: readonly Place[], children: Children): Values {
  const values: Values = new Map();
  const add = (component: string, property: string, value: string) => {
    const properties = values.get(component) ?? new Map<string, Set<string>>();
    values.set(component, properties.set(property, (properties.get(property) ?? new Set()).add(value)));
  };
  for (const { propertyName, mapping } of places) {
    for (const [value, target] of Object.entries(mapping ?? {})) {
      const component = mappedComponent(document, target);
      if (component !== undefined) add(component, propertyName, value);
    }
  }
  for (const place of places.filter(({ mapping }) => mapping === undefined)) {
    for (const component of listed(place, children)) {
      if (!values.get(component)?.has(place.propertyName)) add(component, place.propertyName, component);
    }
  }
  return values;
}

/** The branches of a union, or what extends a base. */
function listed({ schema, pointer }: Place, children: Children): string[] {
  const branches = [...itemsOf(schema.oneOf), ...itemsOf(schema.anyOf)];
  const own = componentOf(`#${pointer}`);
  if (branches.length === 0) return own === undefined ? [] : descendants(own, children);
  return branches.flatMap((branch) => referredComponent(branch) ?? []);
}

/** A mapping names a component, or refers to it. */
function mappedComponent(document: OpenApiDocument, target: Json): string | undefined {
  if (typeof target !== 'string') return undefined;
  const name = target.startsWith('#') ? componentOf(target) : target;
  return name !== undefined && Object.hasOwn(schemasOf(document), name) ? name : undefined;
}

function childrenOf(document: OpenApiDocument): Map<string, string[]> {
  const children = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(schemasOf(document))) {
    for (const part of isObject(schema) ? itemsOf(schema.allOf) : []) {
      const base = referredComponent(part);
      if (base !== undefined) children.set(base, [...(children.get(base) ?? []), name]);
    }
  }
  return children;
}

function descendants(component: string, children: Children): string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    for (const child of children.get(name) ?? []) {
      if (found.has(child)) continue;
      found.add(child);
      visit(child);
    }
  };
  visit(component);
  found.delete(component);
  return [...found];
}

/** Gives a component's property the values that stand for it, where its own schema does not say them, or says more. */
function narrow(document: OpenApiDocument, component: string, property: string, values: string[]): void {
  const schemas = schemasOf(document);
  const schema = schemas[component];
  if (!isObject(schema)) return;
  const parts = partsOf(document, schema);
  const declared = parts.flatMap(({ properties }) =>
    isObject(properties) && properties[property] !== undefined ? [properties[property]] : [],
  );
  const allowed = allowedOf(document, declared, values);
  if (allowed === undefined) return;
  const isClosed = parts.some(({ additionalProperties }) => additionalProperties === false);
  if (declared.length === 0 && isClosed) return;
  const constraint: JsonObject = {
    type: 'string',
    ...(allowed.length === 1 ? { const: allowed[0] as string } : { enum: allowed }),
  };
  const isUnion = schema.oneOf !== undefined || schema.anyOf !== undefined || schema.$ref !== undefined;
  const own = isObject(schema.properties) && !isUnion ? schema.properties : undefined;
  if (own !== undefined && (isObject(own[property]) || declared.length === 0)) {
    own[property] = { ...plain(own[property]), ...constraint };
    if (declared.length === 0) schema.required = [...itemsOf(schema.required), property];
    return;
  }
  const addition: JsonObject = { type: 'object', properties: { [property]: constraint } };
  if (declared.length === 0) addition.required = [property];
  if (Array.isArray(schema.allOf) && !isUnion) schema.allOf.push(addition);
  else schemas[component] = { allOf: [schema, addition] };
}

/** What a property says beside its values. */
function plain(schema: Json | undefined): JsonObject {
  if (!isObject(schema)) return {};
  const {
    $ref: _ref,
    allOf: _allOf,
    anyOf: _anyOf,
    oneOf: _oneOf,
    const: _const,
    enum: _enum,
    ...rest
  } = schema;
  return rest;
}

/** The values that a property is to be narrowed to; undefined where what is declared says so already, or contradicts. */
function allowedOf(
  document: OpenApiDocument,
  declared: readonly Json[],
  values: string[],
): string[] | undefined {
  let allowed = values;
  let isSaid = false;
  for (const part of declared.flatMap((schema) => partsOf(document, schema))) {
    const types = [part.type ?? []].flat();
    if (types.length > 0 && !types.includes('string')) return undefined;
    if (part.anyOf !== undefined || part.oneOf !== undefined) return undefined;
    const listed = part.const === undefined ? part.enum : [part.const];
    if (!Array.isArray(listed)) continue;
    isSaid ||= listed.every((value) => values.includes(value as string));
    allowed = allowed.filter((value) => listed.includes(value));
  }
  return isSaid || allowed.length === 0 ? undefined : allowed;
}
