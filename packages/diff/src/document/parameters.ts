// Compares the parameters of an operation, its path's included.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, itemsOf, type JsonObject } from '@agentsource/openapi/json';
import { code } from '@agentsource/openapi/markdown';
import { child } from '@agentsource/openapi/pointer';
import type { Located } from '@agentsource/openapi/references';
import type { OperationPlace } from '@agentsource/openapi/walk';
import { rootField } from '../field.ts';
import type { SharedOperation } from '../operations.ts';
import type { Place } from '../schemas/place.ts';
import { canonical, showList } from '../words.ts';
import { compareProse, compareSchemas, locate, report, type Scope, schemaOf } from './scope.ts';

interface Parameter extends Located {
  name: string;
  in: string;
}

const JUDGED = ['name', 'in', 'required', 'style', 'explode', 'allowReserved', 'schema', 'content'];

export function compareParameters(scope: Scope, { before, after }: SharedOperation): void {
  const [old, now] = [parametersOf(scope.before, before), parametersOf(scope.after, after)];
  for (const [key, parameter] of old) {
    if (now.has(key)) continue;
    const words = `${parameter.in} parameter removed`;
    report(within(scope, parameter), { kind: 'parameter-removed', pointer: parameter.pointer, words });
  }
  for (const [key, parameter] of now) {
    const counterpart = old.get(key);
    if (counterpart) compareParameter(within(scope, parameter), { before: counterpart, after: parameter });
    else reportAdded(within(scope, parameter), parameter);
  }
}

function within(scope: Scope, parameter: Parameter): Scope {
  return { ...scope, field: rootField(`${parameter.in}.${parameter.name}`) };
}

function reportAdded(scope: Scope, { value, pointer, in: where }: Parameter): void {
  const required = value.required === true;
  const kind = required ? 'required-parameter-added' : 'parameter-added';
  report(scope, { kind, pointer, words: `new, ${required ? 'required' : 'optional'} ${where} parameter` });
}

function compareParameter(scope: Scope, pair: { before: Parameter; after: Parameter }): void {
  const { before, after } = pair;
  const { pointer } = after;
  if (before.name !== after.name && after.in === 'path') {
    const words = `path parameter ${code(before.name)} → ${code(after.name)}`;
    report(scope, { kind: 'path-parameter-renamed', pointer, words });
  }
  const [was, is] = [before.value.required === true, after.value.required === true];
  if (was !== is) {
    const kind = is ? 'parameter-became-required' : 'parameter-became-optional';
    report(scope, { kind, pointer, words: is ? 'optional → required' : 'required → optional' });
  }
  const [old, now] = [serialisationOf(before), serialisationOf(after)];
  if (canonical(old) !== canonical(now)) {
    const words = `serialisation ${showList([old])} → ${showList([now])}`;
    report(scope, { kind: 'parameter-style-changed', pointer, words });
  }
  compareSchemas(scope, parameterSchema(before), parameterSchema(after));
  compareProse(scope, pair, JUDGED);
}

/** By `in` and name; path parameters by their position in the template, where the name does not matter to the URL. */
function parametersOf(document: OpenApiDocument, place: OperationPlace): Map<string, Parameter> {
  const template = [...place.path.matchAll(/\{([^}]*)\}/g)].map((match) => match[1]);
  return new Map(
    listedParameters(document, place).map((parameter) => {
      const { name, in: where } = parameter;
      const position = where === 'path' ? template.indexOf(name) : -1;
      const known = where === 'header' ? name.toLowerCase() : name;
      return [`${where} ${position < 0 ? known : position}`, parameter];
    }),
  );
}

/** The path's parameters first: the operation's replace them. */
function listedParameters(
  document: OpenApiDocument,
  { path, pointer, operation }: OperationPlace,
): Parameter[] {
  const item = document.paths[path];
  const holders: Located[] = [
    { value: isObject(item) ? item : {}, pointer: child('/paths', path) },
    { value: operation, pointer },
  ];
  return holders.flatMap((holder) =>
    itemsOf(holder.value.parameters).map((entry, index) => {
      const at = child(child(holder.pointer, 'parameters'), index);
      const located = locate(document, entry, at);
      return { ...located, name: String(located.value.name), in: String(located.value.in) };
    }),
  );
}

function serialisationOf({ value, in: where }: Parameter): JsonObject {
  const style = value.style ?? (where === 'query' || where === 'cookie' ? 'form' : 'simple');
  return { style, explode: value.explode ?? style === 'form', allowReserved: value.allowReserved === true };
}

/** A parameter's schema is its own, or that of its only media type. */
function parameterSchema(parameter: Parameter): Place {
  const [type, media] = entriesOf(parameter.value.content)[0] ?? [];
  if (type === undefined || !isObject(media)) return schemaOf(parameter);
  return schemaOf({ value: media, pointer: child(child(parameter.pointer, 'content'), type) });
}
