// Compares the parameters of an operation, its path's included.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import type { OperationPlace } from '@agentsource/openapi/walk';
import { resolve } from '../schemas/place.ts';
import { canonical, code, showList } from '../words.ts';
import { type Both, type Context, compareProse, compareSchemaAt, place, type Spot, tell } from './scope.ts';

type Parameter = Both['before'] & { name: string; in: string };

export function compareParameters(
  context: Context,
  name: string,
  old: OperationPlace,
  now: OperationPlace,
): void {
  const before = parametersOf(context.before, old);
  const after = parametersOf(context.after, now);
  for (const [key, parameter] of before) {
    if (after.has(key)) continue;
    const words = `${parameter.in} parameter removed`;
    tell(context, spotOf(name, parameter), 'parameter-removed', parameter.pointer, words);
  }
  for (const [key, parameter] of after) {
    const counterpart = before.get(key);
    if (counterpart) compareParameter(context, spotOf(name, parameter), counterpart, parameter);
    else {
      const required = parameter.value.required === true;
      const words = `new, ${required ? 'required' : 'optional'} ${parameter.in} parameter`;
      const kind = required ? 'required-parameter-added' : 'parameter-added';
      tell(context, spotOf(name, parameter), kind, parameter.pointer, words);
    }
  }
}

function compareParameter(context: Context, spot: Spot, before: Parameter, after: Parameter): void {
  if (before.name !== after.name && after.in === 'path') {
    const words = `path parameter ${code(before.name)} → ${code(after.name)}`;
    tell(context, spot, 'path-parameter-renamed', after.pointer, words);
  }
  const [was, is] = [before.value.required === true, after.value.required === true];
  if (was !== is) {
    const kind = is ? 'parameter-became-required' : 'parameter-became-optional';
    const words = is ? 'optional → required' : 'required → optional';
    tell(context, spot, kind, after.pointer, words);
  }
  const [old, now] = [serialisationOf(before), serialisationOf(after)];
  if (canonical(old) !== canonical(now)) {
    const words = `serialisation ${showList([old])} → ${showList([now])}`;
    tell(context, spot, 'parameter-style-changed', after.pointer, words);
  }
  compareSchemaAt(context, spot, schemaOf(before), schemaOf(after));
  const judged = ['name', 'in', 'required', 'style', 'explode', 'allowReserved', 'schema', 'content'];
  compareProse(context, spot, { before, after }, judged);
}

function spotOf(operation: string, parameter: Parameter): Spot {
  return { operation, side: 'request', field: { root: `${parameter.in}.${parameter.name}`, path: '' } };
}

/** By `in` and name; path parameters by their position in the template, where the name does not matter to the URL. */
function parametersOf(document: OpenApiDocument, { path, pointer, operation }: OperationPlace) {
  const item = document.paths[path];
  const template = [...path.matchAll(/\{([^}]*)\}/g)].map((match) => match[1]);
  const found = new Map<string, Parameter>();
  const itemPointer = pointer.replace(/\/[^/]*$/, '');
  for (const [holder, at] of [[item, itemPointer] as const, [operation, pointer] as const]) {
    const list: Json[] = isObject(holder) && Array.isArray(holder.parameters) ? holder.parameters : [];
    for (const [index, entry] of list.entries()) {
      const resolved = resolve(document, entry, child(child(at, 'parameters'), index));
      const [name, where] = [String(resolved.value.name), String(resolved.value.in)];
      const position = where === 'path' ? template.indexOf(name) : -1;
      const known = where === 'header' ? name.toLowerCase() : name;
      found.set(`${where} ${position < 0 ? known : position}`, { ...resolved, name, in: where });
    }
  }
  return found;
}

function serialisationOf({ value, in: where }: Parameter): JsonObject {
  const style = value.style ?? (where === 'query' || where === 'cookie' ? 'form' : 'simple');
  return { style, explode: value.explode ?? style === 'form', allowReserved: value.allowReserved === true };
}

function schemaOf(parameter: Parameter) {
  const { content } = parameter.value;
  const [type, media] = isObject(content) ? (Object.entries(content)[0] ?? []) : [];
  if (type === undefined || !isObject(media)) return place(parameter, 'schema');
  return place({ value: media, pointer: child(child(parameter.pointer, 'content'), type) }, 'schema');
}
