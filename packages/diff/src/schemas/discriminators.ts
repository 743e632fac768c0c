// What the discriminators of a document say of its components, as the types have it.
import { discriminatorValues } from '@agentsource/codegen/discriminators';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject } from '@agentsource/openapi/json';
import { componentMap, componentPointer } from '../components.ts';
import type { Discrimination, Discriminators } from './merge.ts';
import { partsOf } from './parts.ts';

export function discriminatorsOf(document: OpenApiDocument): Discriminators {
  const schemas = componentMap(document, 'schemas');
  return new Map(
    [...discriminatorValues(document)].map(([name, properties]) => {
      const pointer = componentPointer('schemas', name);
      const { parts } = partsOf(document, { schema: schemas.get(name) ?? {}, pointer });
      const isClosed = parts.some(({ schema }) => schema.additionalProperties === false);
      const isDeclared = (property: string) =>
        parts.some(({ schema }) => isObject(schema.properties) && Object.hasOwn(schema.properties, property));
      const told = [...properties].map(([property, values]): [string, Discrimination] => [
        property,
        { values, isAdded: !isDeclared(property) && !isClosed },
      ]);
      return [pointer, new Map(told)];
    }),
  );
}
