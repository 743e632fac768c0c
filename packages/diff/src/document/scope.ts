// What every part of the document referee works with: both documents, the schema comparer, and where findings go.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { Json, JsonObject } from '@agentsource/openapi/json';
import { child, get } from '@agentsource/openapi/pointer';
import type { DocumentFinding, Field } from '../finding.ts';
import type { Kind, Side } from '../policy.ts';
import { compareDocumentation } from '../schemas/annotations.ts';
import { createComparer, type SchemaComparer } from '../schemas/comparator.ts';
import type { Place } from '../schemas/place.ts';

export interface Context {
  before: OpenApiDocument;
  after: OpenApiDocument;
  comparer: SchemaComparer;
  findings: DocumentFinding[];
}

/** Something of an operation that exists in both documents, references followed. */
export interface Both {
  before: { value: JsonObject; pointer: string };
  after: { value: JsonObject; pointer: string };
}

/** Where in an operation a comparison stands. */
export interface Spot {
  operation: string | null;
  side: Side;
  field: Field;
}

export function createContext(before: OpenApiDocument, after: OpenApiDocument): Context {
  return { before, after, comparer: createComparer(before, after), findings: [] };
}

export function tell(context: Context, spot: Spot, kind: Kind, pointer: string, words: string): void {
  context.findings.push({ ...spot, kind, pointer: existing(context, pointer), words });
}

/** A keyword that neither document spells out has no place of its own: then what holds it is the place. */
function existing(context: Context, pointer: string): string {
  const { before, after } = context;
  if (get(after, pointer) !== undefined || get(before, pointer) !== undefined) return pointer;
  return existing(context, pointer.replace(/\/[^/]*$/, ''));
}

export function compareSchemaAt(context: Context, spot: Spot, before: Place, after: Place): void {
  for (const { kind, path, pointer, words } of context.comparer.changesBetween(before, after)) {
    const field = { root: spot.field.root, path: spot.field.path + path };
    tell(context, { ...spot, field }, kind, pointer, words);
  }
}

/** Tells of keys that only people read, and of `deprecated`; `judged` are those with rules of their own. */
export function compareProse(
  context: Context,
  spot: Spot,
  { before, after }: Both,
  judged: readonly string[],
): void {
  const prose = (value: JsonObject) =>
    Object.fromEntries(
      Object.entries(value).filter(([key]) => !judged.includes(key) && key !== 'deprecated'),
    ) as JsonObject;
  const changes = compareDocumentation(prose(before.value), prose(after.value));
  if (changes.length > 0) {
    const words = changes.map((change) => change.words).join('; ');
    tell(context, spot, 'documentation-changed', after.pointer, words);
  }
  const [was, is] = [before.value.deprecated === true, after.value.deprecated === true];
  if (was !== is) {
    const words = is ? 'deprecated now' : 'no longer deprecated';
    tell(context, spot, 'deprecated', child(after.pointer, 'deprecated'), words);
  }
}

export function place(holder: { value: JsonObject; pointer: string }, keyword: string): Place {
  return { schema: (holder.value[keyword] ?? {}) as Json, pointer: child(holder.pointer, keyword) };
}
