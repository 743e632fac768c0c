// The fields of a schema as a person reads them: name, type, constraints, description; one after the other, with their depth.
import { entriesOf, isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import type { Located } from '@agentsource/openapi/references';
import { appliedBy, inPlace, propertiesOf, typesOf } from '../declared/schemas.ts';
import type { Responder } from '../responder.ts';

export interface FieldRow {
  name: string;
  /** From 0. */
  depth: number;
  /** Such as `string or null`; empty where anything will do. */
  type: string;
  required: boolean;
  /** Such as `maxLength: 100`. */
  constraints: string[];
  description?: string;
}

/** Deeper, and beyond so many, a person is better off with the document. */
const MOST = { depth: 6, rows: 300, text: 300 };

const CONSTRAINTS = [
  ...['format', 'const', 'enum', 'minLength', 'maxLength', 'pattern'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ...['minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties'],
  ...['default', 'readOnly', 'writeOnly', 'deprecated'],
];

/** @param schema its JSON Pointer. The row of the schema itself comes first, without a name. */
export function fieldsOf(responder: Responder, schema: string): FieldRow[] {
  const rows: FieldRow[] = [];
  const visit = (pointer: string, row: Pick<FieldRow, 'name' | 'depth' | 'required'>) => {
    if (rows.length >= MOST.rows) return;
    rows.push({ ...row, ...describe(responder, pointer) });
    if (row.depth >= MOST.depth) return;
    const depth = row.depth + 1;
    const required = requiredOf(responder, pointer);
    for (const [name, at] of propertiesOf(responder.document, pointer)) {
      visit(at, { name, depth, required: required.has(name) });
    }
    for (const [name, at] of membersOf(responder, pointer)) visit(at, { name, depth, required: false });
  };
  visit(schema, { name: '', depth: 0, required: false });
  return rows;
}

/** Type, constraints and description of the very value. */
export function describe(
  responder: Responder,
  pointer: string,
): Pick<FieldRow, 'type' | 'constraints' | 'description'> {
  const { document } = responder;
  const schemas = inPlace(document, pointer);
  const said = new Set<string>();
  for (const keyword of CONSTRAINTS) {
    for (const { value } of schemas) {
      if (value[keyword] !== undefined && value[keyword] !== false)
        said.add(sayOf(responder, keyword, value));
    }
  }
  const described = schemas.find(({ value }) => typeof value.description === 'string');
  return {
    type: [...(typesOf(document, pointer) ?? [])].join(' or '),
    constraints: [...said],
    ...(described && { description: String(described.value.description) }),
  };
}

function sayOf(responder: Responder, keyword: string, schema: JsonObject): string {
  const value = schema[keyword] as Json;
  const { text: longest } = MOST;
  if (value === true) return keyword;
  const text =
    keyword === 'enum'
      ? `one of ${itemsOf(value).map(plain).join(', ')}`
      : `${keyword}: ${plain(responder.sample({ example: value }))}`;
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function plain(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function requiredOf({ document }: Responder, pointer: string): ReadonlySet<Json> {
  const found = new Map<string, Located>();
  const visit = (schema: Located) => {
    if (found.has(schema.pointer)) return;
    found.set(schema.pointer, schema);
    appliedBy(document, schema, 'all').forEach(visit);
  };
  for (const schema of inPlace(document, pointer).slice(0, 1)) visit(schema);
  return new Set([...found.values()].flatMap(({ value }) => itemsOf(value.required)));
}

/** Of a list its items, of a map its values. */
function membersOf({ document }: Responder, pointer: string): [name: string, pointer: string][] {
  return inPlace(document, pointer).flatMap(({ value, pointer: at }): [string, string][] => [
    ...itemsOf(value.prefixItems).map((_, index): [string, string] => [
      `item ${index + 1}`,
      child(child(at, 'prefixItems'), index),
    ]),
    ...(isObject(value.items) ? [['each item', child(at, 'items')] as [string, string]] : []),
    ...entriesOf(value.patternProperties).map(([pattern]): [string, string] => [
      `names like ${pattern}`,
      child(child(at, 'patternProperties'), pattern),
    ]),
    ...(isObject(value.additionalProperties) && Object.keys(value.additionalProperties).length > 0
      ? [['any other name', child(at, 'additionalProperties')] as [string, string]]
      : []),
  ]);
}
