// Headers and cookies can only be called what HTTP lets them: a parameter of another name can't be sent by anybody.
import type { OpenApiDocument, Report } from '../document.ts';
import { entriesOf, isObject, itemsOf, type Json, type JsonObject } from '../json.ts';
import { child } from '../pointer.ts';
import { resolve } from '../references.ts';
import { operationsOf } from '../walk.ts';

/** RFC 9110, 5.6.2. */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

export function dropUnsendableParameters(document: OpenApiDocument, report: Report): void {
  for (const [path, item] of entriesOf(document.paths)) {
    if (isObject(item)) dropFrom(document, item, child('/paths', path), report);
  }
  for (const { operation, pointer } of operationsOf(document)) dropFrom(document, operation, pointer, report);
}

function dropFrom(document: OpenApiDocument, holder: JsonObject, pointer: string, report: Report): void {
  if (!Array.isArray(holder.parameters)) return;
  holder.parameters = itemsOf(holder.parameters).filter((listed, index) => {
    const { in: where, name } = resolve(document, listed)?.value ?? {};
    if (!isUnsendable(where, name)) return true;
    const what = `${where} parameter ${JSON.stringify(name)}`;
    report('parameter-name', child(child(pointer, 'parameters'), index), `${what} can't be sent; dropped`);
    return false;
  });
}

function isUnsendable(where: Json | undefined, name: Json | undefined): boolean {
  return (where === 'header' || where === 'cookie') && typeof name === 'string' && !TOKEN.test(name);
}
