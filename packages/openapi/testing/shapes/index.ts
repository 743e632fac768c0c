// Ordinary things that a document may bring, one at a time: together they have every field and keyword of OpenAPI 3.1 that
// describes a call. Each is an addition to a document that is good without it.
import type { JsonObject } from '../../src/json.ts';
import { bodies } from './bodies.ts';
import { operations } from './operations.ts';
import { parameters } from './parameters.ts';
import { responses } from './responses.ts';
import { schemas } from './schemas.ts';
import { security } from './security.ts';
import type { Shape } from './write.ts';

export type { Shape } from './write.ts';

/** All shapes, each with paths of its own. */
export const SHAPES: readonly Shape[] = [
  ...parameters,
  ...bodies,
  ...responses,
  ...schemas,
  ...security,
  ...operations,
];

/** The document with these shapes added. */
export function withShapes<Document extends JsonObject>(
  document: Document,
  shapes: readonly Shape[],
): Document {
  const added = structuredClone(document) as JsonObject;
  for (const { paths, components = {}, document: top = {} } of shapes) {
    merge(added, { ...top, paths, components });
  }
  return added as Document;
}

function merge(target: JsonObject, addition: JsonObject): void {
  for (const [key, value] of Object.entries(addition)) {
    const known = target[key];
    if (isPlain(known) && isPlain(value)) merge(known, value);
    else target[key] = value;
  }
}

function isPlain(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
