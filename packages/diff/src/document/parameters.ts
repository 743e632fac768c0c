// Compares the parameters of an operation, its path's included.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { code } from '@agentsource/openapi/markdown';
import { child } from '@agentsource/openapi/pointer';
import type { Located } from '@agentsource/openapi/references';
import type { OperationPlace } from '@agentsource/openapi/walk';
import { rootField } from '../field.ts';
import type { SharedOperation } from '../operations.ts';
import type { Place } from '../schemas/place.ts';
import { canonical, mediaTypeKey, showList, word } from '../words.ts';
import { compareProse, compareSchemas, locate, reach, report, type Scope, schemaOf } from './scope.ts';

interface Parameter extends Located {
  name: string;
  in: string;
}

const JUDGED = 'name in required style explode allowReserved allowEmptyValue schema content'.split(' ');

export function compareParameters(scope: Scope, { before, after }: SharedOperation): void {
  const [old, now] = [parametersOf(scope.before, before), parametersOf(scope.after, after)];
  for (const [key, parameter] of old) {
    if (now.has(key)) continue;
    const words = `${word(parameter.in)} parameter removed`;
    report(within(scope, parameter), { kind: 'parameter-removed', pointer: parameter.pointer, words });
  }
  for (const [key, parameter] of now) {
    reach(scope, parameter);
    const counterpart = old.get(key);
    if (counterpart) compareParameter(within(scope, parameter), { before: counterpart, after: parameter });
    else reportAdded(within(scope, parameter), parameter);
  }
}

function within(scope: Scope, parameter: Parameter): Scope {
  return { ...scope, field: rootField(`${parameter.in}.${parameter.name}`) };
}

export function reportAdded(scope: Scope, { value, pointer, in: where }: Parameter): void {
  const required = value.required === true;
  const kind = required ? 'required-parameter-added' : 'parameter-added';
  report(scope, {
    kind,
    pointer,
    words: `new, ${required ? 'required' : 'optional'} ${word(where)} parameter`,
  });
}

interface ParameterPair {
  before: Parameter;
  after: Parameter;
}

export function compareParameter(scope: Scope, pair: ParameterPair): void {
  const { before, after } = pair;
  const { pointer } = after;
  compareName(scope, pair);
  const [was, is] = [before.value.required === true, after.value.required === true];
  if (was !== is) {
    const kind = is ? 'parameter-became-required' : 'parameter-became-optional';
    report(scope, { kind, pointer, words: is ? 'optional → required' : 'required → optional' });
  }
  compareSerialisation(scope, pair);
  // What is written as a media type is text to the types.
  const isUntyped = contentOf(before) !== undefined || contentOf(after) !== undefined;
  compareSchemas({ ...scope, isUntyped }, parameterSchema(before), parameterSchema(after));
  compareProse(scope, pair, JUDGED);
  compareProse(scope, { before: mediaOf(before), after: mediaOf(after) }, ['schema']);
}

function compareName(scope: Scope, { before, after }: ParameterPair): void {
  if (before.name === after.name) return;
  const kind = after.in === 'path' ? 'path-parameter-renamed' : 'parameter-respelled';
  const words = `${word(after.in)} parameter ${code(before.name)} → ${code(after.name)}`;
  report(scope, { kind, pointer: after.pointer, words });
}

function compareSerialisation(scope: Scope, { before, after }: ParameterPair): void {
  const { pointer } = after;
  const [old, now] = [serialisationOf(before), serialisationOf(after)];
  if (canonical(old) !== canonical(now)) {
    const words = `serialisation ${showList([old])} → ${showList([now])}`;
    report(scope, { kind: 'parameter-style-changed', pointer, words });
  }
  const [was, is] = [before.value.allowEmptyValue === true, after.value.allowEmptyValue === true];
  if (was === is) return;
  const kind = is ? 'parameter-empty-allowed' : 'parameter-style-changed';
  const words = `\`allowEmptyValue\` ${is ? 'on' : 'off'}`;
  report(scope, { kind, pointer: child(pointer, 'allowEmptyValue'), words });
}

/** By `in` and name; path parameters by their position in the template, where the name does not matter to the URL. */
function parametersOf(document: OpenApiDocument, place: OperationPlace): Map<string, Parameter> {
  const template = [...place.path.matchAll(/\{([^}]*)\}/g)].map((match) => match[1]);
  return new Map(
    listedParameters(document, place).map((parameter) => {
      const position = parameter.in === 'path' ? template.indexOf(parameter.name) : -1;
      return [position < 0 ? parameterKey(parameter) : `path ${position}`, parameter];
    }),
  );
}

/** Header names are case-insensitive. */
export function parameterKey({ name, in: where }: Parameter): string {
  return `${where} ${where === 'header' ? name.toLowerCase() : name}`;
}

export function toParameter({ value, pointer }: Located): Parameter {
  return { value, pointer, name: String(value.name), in: String(value.in) };
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
      return toParameter(locate(document, entry, at));
    }),
  );
}

/** How a value is written: by style, or as a media type. */
function serialisationOf(parameter: Parameter): JsonObject {
  const { value, in: where } = parameter;
  const [type] = contentOf(parameter) ?? [];
  if (type !== undefined) return { content: mediaTypeKey(type) };
  const style = value.style ?? (where === 'query' || where === 'cookie' ? 'form' : 'simple');
  return { style, explode: value.explode ?? style === 'form', allowReserved: value.allowReserved === true };
}

/** A parameter's schema is its own, or that of its only media type. */
function parameterSchema(parameter: Parameter): Place {
  return schemaOf(contentOf(parameter) === undefined ? parameter : mediaOf(parameter));
}

function mediaOf(parameter: Parameter): Located {
  const [type, media] = contentOf(parameter) ?? [];
  if (type === undefined) return { value: {}, pointer: parameter.pointer };
  const pointer = child(child(parameter.pointer, 'content'), type);
  return { value: isObject(media) ? media : {}, pointer };
}

function contentOf({ value }: Parameter): [string, Json] | undefined {
  return entriesOf(value.content)[0];
}
