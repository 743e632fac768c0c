// `nullable: true` is 3.0's spelling; 3.1 says null with the type, or as a branch of its own.

import type { Report } from '../document.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { child } from '../pointer.ts';

const NULL: JsonObject = { type: 'null' };

/** What describes the schema as a whole stays outside when its constraints move into a branch. */
const ANNOTATIONS = new Set([
  'title',
  'description',
  'default',
  'deprecated',
  'example',
  'examples',
  'readOnly',
  'writeOnly',
]);

export function normaliseNullable(schema: JsonObject, pointer: string, report: Report): void {
  if (!('nullable' in schema)) return;
  const nullable = schema.nullable === true;
  delete schema.nullable;
  report(
    'nullable',
    child(pointer, 'nullable'),
    nullable ? describe(schema) : 'false is the default; dropped',
  );
  if (nullable) allowNull(schema);
}

function describe(schema: JsonObject): string {
  return schema.type === undefined ? 'null respelled as a branch' : 'null respelled as a type';
}

function allowNull(schema: JsonObject): void {
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    const branches = schema[keyword];
    if (schema.type !== undefined || schema.allOf !== undefined || !Array.isArray(branches)) continue;
    if (!branches.some(acceptsNull)) branches.push({ ...NULL });
    return;
  }
  if (
    schema.allOf === undefined &&
    schema.$ref === undefined &&
    schema.anyOf === undefined &&
    schema.oneOf === undefined
  ) {
    addNullType(schema);
    return;
  }
  wrapWithNull(schema);
}

function acceptsNull(branch: Json): boolean {
  return (
    isObject(branch) &&
    (branch.type === 'null' || (Array.isArray(branch.type) && branch.type.includes('null')))
  );
}

function addNullType(schema: JsonObject): void {
  const types = Array.isArray(schema.type) ? schema.type : schema.type === undefined ? [] : [schema.type];
  if (types.length > 0 && !types.includes('null')) schema.type = [...types, 'null'];
  if (Array.isArray(schema.enum) && !schema.enum.includes(null)) schema.enum = [...schema.enum, null];
}

/** `allOf`, `$ref` and mixtures: the constraints become one branch of an `anyOf`, null the other. */
function wrapWithNull(schema: JsonObject): void {
  const constraints: JsonObject = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (ANNOTATIONS.has(keyword) || keyword.startsWith('x-')) continue;
    constraints[keyword] = value;
    delete schema[keyword];
  }
  schema.anyOf = [unwrapSingleAllOf(constraints), { ...NULL }];
}

function unwrapSingleAllOf(schema: JsonObject): JsonObject {
  const [only, ...more] = Array.isArray(schema.allOf) ? schema.allOf : [];
  return Object.keys(schema).length === 1 && isObject(only) && more.length === 0 ? only : schema;
}
