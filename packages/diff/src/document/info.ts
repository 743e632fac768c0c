// Compares what the document says about itself: title, description, contact, tags.

import { METHODS, type OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { NOWHERE } from '../finding.ts';
import { type Context, compareProse, type Spot } from './scope.ts';
import { compareTags } from './tags.ts';

const JUDGED = ['openapi', 'paths', 'components', 'servers', 'security', 'tags', 'info'];

const DOCUMENT: Spot = { operation: null, side: 'request', field: NOWHERE };

export function compareInfo(context: Context): void {
  const { before, after } = context;
  // The version is which document it is, not what it says.
  compareProse(context, DOCUMENT, { before: infoOf(before), after: infoOf(after) }, ['version']);
  compareProse(context, DOCUMENT, { before: whole(before), after: whole(after) }, [
    ...JUDGED,
    'jsonSchemaDialect',
  ]);
  comparePathItems(context);
  compareTags(context, DOCUMENT, tagNames(before.tags), tagNames(after.tags), '/tags');
  compareProse(context, DOCUMENT, { before: tagProse(before), after: tagProse(after) }, []);
}

/** What a path says about itself; parameters and servers are its operations' matter. */
function comparePathItems(context: Context): void {
  for (const [path, value] of Object.entries(context.after.paths)) {
    const before = context.before.paths[path];
    if (!isObject(before) || !isObject(value)) continue;
    const pointer = child('/paths', path);
    const both = { before: { value: before, pointer }, after: { value, pointer } };
    compareProse(context, DOCUMENT, both, [...METHODS, 'parameters', 'servers', '$ref']);
  }
}

function infoOf(document: OpenApiDocument) {
  return { value: document.info, pointer: '/info' };
}

function whole(document: OpenApiDocument) {
  return { value: document, pointer: '' };
}

function tagNames(tags: Json | undefined): Json[] {
  return Array.isArray(tags) ? tags.map((tag) => (isObject(tag) ? (tag.name ?? '') : tag)) : [];
}

/** Descriptions of the tags by name, so that their order does not matter. */
function tagProse({ tags }: OpenApiDocument) {
  const value: JsonObject = {};
  for (const tag of Array.isArray(tags) ? tags : []) {
    if (isObject(tag) && Object.keys(tag).length > 1) value[String(tag.name)] = tag;
  }
  return { value, pointer: '/tags' };
}
