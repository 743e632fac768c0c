// Every example of a document as a value of its literal type, assigned to the type of its place.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { examplesOf } from '@agentsource/openapi/examples';
import type { Json } from '@agentsource/openapi/json';
import { escapeUnseen } from '../text.ts';
import { type Places, renderPlaces } from './bodies.ts';
import { typeAt } from './place.ts';

export function renderExamples(document: OpenApiDocument): Places {
  const examples = examplesOf(document).flatMap(({ pointer, schemaPointer, value }) => {
    const type = typeAt(document, schemaPointer);
    return type === undefined ? [] : [{ pointer, type, value }];
  });
  return renderPlaces(
    examples.map(({ pointer }) => pointer),
    (_, index) => {
      const { type, value } = examples[index] as (typeof examples)[number];
      return `declare const v${index}: ${literalType(value)}; export const e${index}: Known<${type}> = v${index};`;
    },
  );
}

export function literalType(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(literalType).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return escapeUnseen(JSON.stringify(value));
  const members = Object.entries(value).map(
    ([key, inner]) => `${escapeUnseen(JSON.stringify(key))}: ${literalType(inner)}`,
  );
  return `{ ${members.join('; ')} }`;
}
