// What every part of the document comparator works with: both documents, where in them it stands, and where findings go.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { Json, JsonObject } from '@agentsource/openapi/json';
import { child, get } from '@agentsource/openapi/pointer';
import { type Located, resolve } from '@agentsource/openapi/references';
import type { ComponentPair } from '../components.ts';
import { NOWHERE } from '../field.ts';
import type { DocumentFinding, Location } from '../finding.ts';
import type { Side } from '../rulings.ts';
import { compareDocumentation } from '../schemas/annotations.ts';
import type { Direction } from '../schemas/changes.ts';
import { createSchemaComparator, type SchemaComparator } from '../schemas/comparator.ts';
import type { Place } from '../schemas/place.ts';

export interface Scope extends Location {
  before: OpenApiDocument;
  after: OpenApiDocument;
  components: readonly ComponentPair[];
  schemas: SchemaComparator;
  /** The places of the new document's components, schemas aside, that operations were compared with. */
  reached: Set<string>;
  /** In a body that types don't describe. */
  isUntyped?: boolean;
  /** In a multipart body that is sent. */
  isForm?: boolean;
  /** Everything found so far, whatever the scope. */
  findings: DocumentFinding[];
}

/** Something that exists in both documents, references followed. */
export interface Pair {
  before: Located;
  after: Located;
}

/** The scope of the document as a whole. */
export function documentScope(
  before: OpenApiDocument,
  after: OpenApiDocument,
  components: readonly ComponentPair[],
): Scope {
  const renamed = new Map(
    components.flatMap(({ before: old, after: now }) =>
      old && now && old.pointer !== now.pointer ? [[old.pointer, now.pointer]] : [],
    ),
  );
  return {
    before,
    after,
    components,
    schemas: createSchemaComparator(before, after, renamed),
    reached: new Set(),
    findings: [],
    operation: null,
    side: 'request',
    field: NOWHERE,
  };
}

/** Adds a finding about where the scope stands. */
export function report(scope: Scope, found: Omit<DocumentFinding, keyof Location>): void {
  const { operation, side, field, findings, isUntyped } = scope;
  const pointer = existing(scope, found.pointer);
  findings.push({ operation, side, field, ...found, pointer, ...(isUntyped && { isUntyped }) });
}

/** A keyword that neither document spells out has no place of its own: then what holds it is the place. */
function existing(scope: Scope, pointer: string): string {
  const { before, after } = scope;
  if (get(after, pointer) !== undefined || get(before, pointer) !== undefined) return pointer;
  return existing(scope, pointer.replace(/\/[^/]*$/, ''));
}

/** Which way a schema goes. */
export const DIRECTIONS: Record<Side, Direction> = {
  request: 'request',
  response: 'response',
  error: 'response',
  unreached: 'both',
  'unreached-request': 'request',
  'unreached-response': 'response',
};

export function compareSchemas(scope: Scope, before: Place, after: Place): void {
  const direction = scope.isForm ? 'form' : DIRECTIONS[scope.side];
  for (const { path, kind, pointer, words } of scope.schemas.changesBetween(before, after, direction)) {
    const field = { root: scope.field.root, path: scope.field.path + path };
    report({ ...scope, field }, { kind, pointer, words });
  }
}

/**
 * Reports keys that only people read, and `deprecated`.
 *
 * @param judged Those with rules of their own.
 * @param what Whose keys they are, where the scope does not say it.
 */
export function compareProse(
  scope: Scope,
  { before, after }: Pair,
  judged: readonly string[],
  what?: string,
): void {
  const prose = (value: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(value).filter(([key]) => !judged.includes(key) && key !== 'deprecated'),
    );
  const changes = compareDocumentation(prose(before.value), prose(after.value));
  if (changes.length > 0) {
    const texts = changes.map((change) => change.words).join('; ');
    const words = what === undefined ? texts : `${what}: ${texts}`;
    report(scope, { kind: 'documentation-changed', pointer: after.pointer, words });
  }
  const [was, is] = [before.value.deprecated === true, after.value.deprecated === true];
  if (was !== is) {
    const words = is ? 'deprecated now' : 'no longer deprecated';
    report(scope, { kind: 'deprecated', pointer: child(after.pointer, 'deprecated'), words });
  }
}

/** An object that may stand behind a reference; what leads nowhere is compared as an empty one. */
export function locate(document: OpenApiDocument, value: Json | undefined, pointer: string): Located {
  return resolve(document, value, pointer) ?? { value: {}, pointer };
}

/** Remembers what is compared where it is used. */
export function reach(scope: Scope, { pointer }: Located): void {
  scope.reached.add(pointer);
}

/** The schema of a parameter, header or media type; none means any value. */
export function schemaOf({ value, pointer }: Located): Place {
  return { schema: value.schema ?? {}, pointer: child(pointer, 'schema') };
}
