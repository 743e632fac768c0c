// The types that we write ourselves, where openapi-typescript's own would be others than the schema's.
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import type { SchemaObject, TransformNodeOptions } from 'openapi-typescript';
import ts from 'typescript';
import { transformSchemaObject } from './openapi-typescript.ts';

const { factory, SyntaxKind } = ts;

/** For a schema that has a `type`: its TypeScript; undefined leaves it to the tool. */
export function typeNode(schemaObject: SchemaObject, options: TransformNodeOptions): ts.TypeNode | undefined {
  const schema = schemaObject as unknown as Json;
  if (!isObject(schema)) return undefined;
  if (schema['x-agentsource-blob'] === true) return factory.createTypeReferenceNode('Blob');
  if (isClosedEmptyObject(schema)) return recordOfNever();
  if (schema.type !== 'array') return undefined;
  const typeOf = (item: Json) => transformSchemaObject(item as unknown as SchemaObject, options);
  if (Array.isArray(schema.prefixItems)) return tuple(schema, schema.prefixItems, typeOf);
  return schema.items === false ? factory.createTupleTypeNode([]) : undefined;
}

function isClosedEmptyObject(schema: JsonObject): boolean {
  return (
    schema.type === 'object' &&
    schema.additionalProperties === false &&
    Object.keys(isObject(schema.properties) ? schema.properties : {}).length === 0
  );
}

function recordOfNever(): ts.TypeNode {
  return factory.createTypeReferenceNode('Record', [
    factory.createKeywordTypeNode(SyntaxKind.StringKeyword),
    factory.createKeywordTypeNode(SyntaxKind.NeverKeyword),
  ]);
}

/** Items may be missing down to `minItems`, and more may follow up to `maxItems`, as `items` says. */
function tuple(schema: JsonObject, items: readonly Json[], typeOf: (item: Json) => ts.TypeNode): ts.TypeNode {
  const [least, most] = [numberOr(schema.minItems, 0), numberOr(schema.maxItems, Number.POSITIVE_INFINITY)];
  const members: ts.TypeNode[] = items
    .slice(0, most)
    .map((item, index) => (index < least ? typeOf(item) : factory.createOptionalTypeNode(typeOf(item))));
  if (schema.items !== false && most > items.length) {
    const rest = factory.createArrayTypeNode(typeOf(schema.items ?? true));
    members.push(factory.createRestTypeNode(rest));
  }
  return factory.createTupleTypeNode(members);
}

function numberOr(value: Json | undefined, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}
