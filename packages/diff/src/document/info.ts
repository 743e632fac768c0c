// Compares what the document says about itself: title, description, contact, tags.

import { METHODS, type OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, itemsOf } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import type { Located } from '@agentsource/openapi/references';
import { rootField } from '../field.ts';
import { compareProse, type Scope } from './scope.ts';
import { compareTags } from './tags.ts';

const JUDGED = ['openapi', 'jsonSchemaDialect', 'paths', 'components', 'servers', 'security', 'tags', 'info'];

export function compareInfo(scope: Scope): void {
  const { before, after } = scope;
  const whole = {
    before: { value: before, pointer: '' },
    after: { value: after, pointer: '' },
  };
  const info = {
    before: { value: before.info, pointer: '/info' },
    after: { value: after.info, pointer: '/info' },
  };
  // The version is which document it is, not what it says.
  const at = (field: string): Scope => ({ ...scope, field: rootField(field) });
  compareProse(at('info'), info, ['version']);
  compareProse(at('document'), whole, JUDGED);
  comparePathItems(scope);
  compareTags(at('document'), whole);
  compareProse(at('tags'), { before: tagProse(before), after: tagProse(after) }, []);
}

/** What a path says about itself; parameters and servers are its operations' matter. */
function comparePathItems(scope: Scope): void {
  for (const [path, value] of Object.entries(scope.after.paths)) {
    const before = Object.hasOwn(scope.before.paths, path) ? scope.before.paths[path] : undefined;
    if (!isObject(before) || !isObject(value)) continue;
    const pointer = child('/paths', path);
    const pair = { before: { value: before, pointer }, after: { value, pointer } };
    compareProse({ ...scope, field: rootField(path) }, pair, [...METHODS, 'parameters', 'servers', '$ref']);
  }
}

/** Descriptions of the tags by name, so that their order does not matter. */
function tagProse({ tags }: OpenApiDocument): Located {
  const described = itemsOf(tags)
    .filter(isObject)
    .filter((tag) => Object.keys(tag).length > 1);
  return {
    value: Object.fromEntries(described.map((tag) => [String(tag.name), tag])),
    pointer: '/tags',
  };
}
