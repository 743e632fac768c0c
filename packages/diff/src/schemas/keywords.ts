// The keywords that say nothing about the structure of a value: constraints, and what a schema says about itself.

import type { Json } from '@agentsource/openapi/json';
import { isAnnotation, isNever } from './boolean-schemas.ts';
import type { Part } from './parts.ts';

/** A keyword's value, and the schema that it stands in. */
export interface Said {
  value: Json;
  pointer: string;
}

/** By keyword; several where several parts have it, the outermost first. */
export type Keywords = ReadonlyMap<string, readonly Said[]>;

export interface KeywordsOfParts {
  /** What restricts further; see constraints.ts. */
  readonly constraints: Keywords;
  readonly annotations: Keywords;
}

const STRUCTURE = new Set(
  `$ref allOf anyOf oneOf type enum const properties required additionalProperties patternProperties items prefixItems
  discriminator $defs definitions $schema $id $anchor readOnly writeOnly`.split(/\s+/),
);
/** Marks of ours. */
const OURS = /^x-agentsource-/;

/** All keywords that are not structure. */
export function keywordsOf(parts: readonly Part[]): KeywordsOfParts {
  const constraints = new Map<string, Said[]>();
  const annotations = new Map<string, Said[]>();
  for (const { schema, place } of parts) {
    for (const [keyword, value] of Object.entries(schema)) {
      if (STRUCTURE.has(keyword) || OURS.test(keyword) || (keyword === 'not' && isNever(schema))) continue;
      const into = isAnnotation(keyword) ? annotations : constraints;
      into.set(keyword, [...(into.get(keyword) ?? []), { value, pointer: place.pointer }]);
    }
  }
  return { constraints, annotations };
}
