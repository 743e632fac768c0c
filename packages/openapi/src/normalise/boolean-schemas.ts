// The schemas `true` and `false`, which JSON Schema takes everywhere, but the linter behind us only where they are usual.
import type { OpenApiDocument, Report } from '../document.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { child } from '../pointer.ts';
import { FIELDS, type Kind } from '../structure.ts';
import { walk } from '../walk.ts';

const USUAL = new Set(
  'items additionalItems additionalProperties unevaluatedItems unevaluatedProperties properties patternProperties'.split(
    ' ',
  ),
);

/** `true` becomes `{}`, and `false` becomes `{ not: {} }`. */
export function spellBooleanSchemas(document: OpenApiDocument, report: Report): void {
  const visit = (kind: Kind) => (holder: JsonObject, pointer: string) => {
    for (const [key, field] of Object.entries(FIELDS[kind])) {
      const isOne = field === 'schema';
      const isMany = typeof field === 'object' && Object.values(field).includes('schema');
      if (USUAL.has(key)) continue;
      if (isOne) spell(holder, key, pointer, report);
      if (isMany) spellAll(holder[key], child(pointer, key), report);
    }
  };
  walk(document, {
    components: visit('components'),
    mediaType: visit('mediaType'),
    parameter: visit('parameter'),
    header: visit('header'),
    schema: visit('schema'),
  });
}

function spellAll(holder: Json | undefined, pointer: string, report: Report): void {
  if (!isObject(holder) && !Array.isArray(holder)) return;
  for (const key of Object.keys(holder)) spell(holder as JsonObject, key, pointer, report);
}

function spell(holder: JsonObject, key: string, pointer: string, report: Report): void {
  const value = holder[key];
  if (typeof value !== 'boolean') return;
  report('boolean-schema', child(pointer, key), `${value} spelled as an object`);
  holder[key] = value ? {} : { not: {} };
}
