// Path items by reference are put in place, so that nobody behind has to follow them to find an operation.
import type { OpenApiDocument, Report } from '../document.ts';
import { isObject, type JsonObject } from '../json.ts';
import { child } from '../pointer.ts';
import { refersTo, resolve } from '../references.ts';

export function inlinePathItems(document: OpenApiDocument, report: Report): void {
  for (const holder of ['paths', 'webhooks']) {
    const items = document[holder];
    if (isObject(items)) inlineIn(document, items, `/${holder}`, report);
  }
  dropUnused(document);
}

function inlineIn(document: OpenApiDocument, items: JsonObject, pointer: string, report: Report): void {
  for (const [path, item] of Object.entries(items)) {
    if (!isObject(item) || typeof item.$ref !== 'string') continue;
    const target = resolve(document, item);
    if (target === undefined) continue;
    const { $ref, ...beside } = item;
    items[path] = { ...structuredClone(target.value), ...beside };
    report('path-item', child(pointer, path), `the path item at ${$ref} stands in place`);
  }
}

/** They are for being referred to, and a callback may still do that. */
function dropUnused(document: OpenApiDocument): void {
  const { components } = document;
  if (!isObject(components) || components.pathItems === undefined) return;
  const { pathItems, ...others } = components;
  if (!refersTo({ ...document, components: others }, '#/components/pathItems')) delete components.pathItems;
}
