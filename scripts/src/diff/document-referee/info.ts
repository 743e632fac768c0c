// Compares what the document says about itself: title, description, contact, tags.
import { isObject, type Json, type JsonObject, type OpenApiDocument } from '../../document/openapi.ts';
import { NOWHERE } from '../finding.ts';
import { type Context, compareProse } from './context.ts';
import { compareTags } from './tags.ts';

const JUDGED = ['openapi', 'paths', 'components', 'webhooks', 'servers', 'security', 'tags', 'info'];

export function compareInfo(context: Context): void {
  const spot = { operation: null, side: 'request', field: NOWHERE } as const;
  const { before, after } = context;
  // The version is which document it is, not what it says.
  compareProse(context, spot, { before: infoOf(before), after: infoOf(after) }, ['version']);
  compareProse(context, spot, { before: whole(before), after: whole(after) }, [
    ...JUDGED,
    'jsonSchemaDialect',
  ]);
  compareTags(context, spot, tagNames(before.tags), tagNames(after.tags), '/tags');
  compareProse(context, spot, { before: tagProse(before), after: tagProse(after) }, []);
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
