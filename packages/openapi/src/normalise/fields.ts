// Fields that OpenAPI does not have: misspelt, from another version, or some tool's own. Nobody reads them.
import type { OpenApiDocument, Report } from '../document.ts';
import type { JsonObject } from '../json.ts';
import { child } from '../pointer.ts';
import { FIELDS, type Kind, PLAIN_FIELDS } from '../structure.ts';
import { type Visitor, walk } from '../walk.ts';

export function dropUnknownFields(document: OpenApiDocument, report: Report): void {
  const visitor: Visitor = {};
  for (const [kind, plain] of Object.entries(PLAIN_FIELDS) as [Exclude<Kind, 'data'>, Set<string>][]) {
    visitor[kind] = (value, pointer) => dropUnknown(value, pointer, { fields: FIELDS[kind], plain, report });
  }
  walk(document, visitor);
}

interface Known {
  fields: object;
  plain: ReadonlySet<string>;
  report: Report;
}

function dropUnknown(value: JsonObject, pointer: string, { fields, plain, report }: Known): void {
  for (const key of Object.keys(value)) {
    if (Object.hasOwn(fields, key) || plain.has(key) || key.startsWith('x-')) continue;
    report('unknown-field', child(pointer, key), `${JSON.stringify(key)} is no field of OpenAPI; dropped`);
    delete value[key];
  }
}
