// Holds one operation's types against each other: parameters, body, each response.
import type ts from 'typescript';
import { isSuccess, NOWHERE, rootField } from '../field.ts';
import { type Location, responseSide, type TypesFinding } from '../finding.ts';
import type { SharedOperation } from '../operations.ts';
import { mediaTypeKey } from '../words.ts';
import type { TypeComparator } from './compare-types.ts';
import { type Key, keysOf } from './keys.ts';

/** What comparing the types of an operation takes. */
export interface Session {
  checker: ts.TypeChecker;
  compare: TypeComparator;
  operation: SharedOperation;
}

/** Where in the operation a comparison stands, and where its findings go. */
interface Scope extends Session, Omit<Location, 'operation'> {
  findings: TypesFinding[];
}

export function compareOperationTypes(session: Session, before: ts.Type, after: ts.Type): TypesFinding[] {
  const scope: Scope = { ...session, side: 'request', field: NOWHERE, findings: [] };
  const [old, now] = [keysOf(session.checker, before), keysOf(session.checker, after)];
  compareParameters(scope, old.get('parameters'), now.get('parameters'));
  compareBody({ ...scope, field: rootField('body') }, old.get('requestBody'), now.get('requestBody'));
  compareResponses(scope, old.get('responses'), now.get('responses'));
  return scope.findings;
}

function report(
  scope: Scope,
  { saw, words, path = '' }: Pick<TypesFinding, 'saw' | 'words'> & { path?: string },
) {
  const { operation, side, field, findings } = scope;
  findings.push({
    operation: operation.name,
    side,
    field: { root: field.root, path: field.path + path },
    saw,
    pointer: operation.after.pointer,
    words,
  });
}

function compareParameters(scope: Scope, before: Key | undefined, after: Key | undefined): void {
  const [old, now] = [keysOf(scope.checker, before?.type), keysOf(scope.checker, after?.type)];
  for (const where of ['query', 'header', 'path', 'cookie']) {
    compareParametersIn(where, scope, old.get(where), now.get(where));
  }
}

function compareParametersIn(
  where: string,
  scope: Scope,
  before: Key | undefined,
  after: Key | undefined,
): void {
  const [old, now] = [keysOf(scope.checker, before?.type), keysOf(scope.checker, after?.type)];
  const newNameOf = renamedParameters(where, scope.operation, [...now.keys()]);
  for (const [name, key] of old) {
    const newName = now.has(name) && where !== 'path' ? name : (newNameOf(name) ?? name);
    const parameter = { ...scope, field: rootField(`${where}.${newName}`) };
    const counterpart = now.get(newName);
    now.delete(newName);
    const gone = `Parameter '${name}' is gone.`;
    if (!counterpart) report(parameter, { saw: 'parameter-removed', words: gone });
    else {
      const saw = where === 'path' ? 'path-parameter-renamed' : 'parameter-respelled';
      if (newName !== name) report(parameter, { saw, words: gone });
      compareOptional(parameter, 'parameter', { before: key, after: counterpart });
      compareTypes(parameter, key, counterpart);
    }
  }
  for (const [name, { optional }] of now) {
    const saw = optional ? 'parameter-added' : 'required-parameter-added';
    report({ ...scope, field: rootField(`${where}.${name}`) }, { saw, words: `Parameter '${name}' is new.` });
  }
}

/** The new name of a parameter by its old one: of the path's by their place in it, of headers whatever the letters. */
function renamedParameters(
  where: string,
  { before, after }: SharedOperation,
  names: readonly string[],
): (name: string) => string | undefined {
  if (where === 'header') {
    return (name) => names.find((other) => other.toLowerCase() === name.toLowerCase());
  }
  if (where !== 'path') return () => undefined;
  const inPath = (path: string) => [...path.matchAll(/\{([^}]*)\}/g)].map((match) => String(match[1]));
  const now = inPath(after.path);
  const renamed = new Map(inPath(before.path).map((name, index) => [name, now[index] ?? name]));
  return (name) => renamed.get(name);
}

function compareBody(scope: Scope, before: Key | undefined, after: Key | undefined): void {
  if (before && after) {
    compareOptional(scope, 'body', { before, after });
    compareContent(scope, before, after);
  } else if (after) {
    const saw = after.optional ? 'body-added' : 'required-body-added';
    report(scope, { saw, words: 'The request body is new.' });
  } else if (before) {
    report(scope, { saw: 'body-removed', words: 'The request body is gone.' });
  }
}

function compareResponses(scope: Scope, before: Key | undefined, after: Key | undefined): void {
  const [old, now] = [keysOf(scope.checker, before?.type), keysOf(scope.checker, after?.type)];
  const within = (status: string) => ({ ...scope, side: responseSide(status), field: rootField(status) });
  for (const [status, key] of old) {
    const counterpart = now.get(status);
    if (counterpart) compareContent(within(status), key, counterpart);
    else {
      const saw = isSuccess(status) ? 'success-status-removed' : 'error-status-removed';
      report(within(status), { saw, words: `Status ${status} is gone.` });
    }
  }
  for (const status of now.keys()) {
    if (old.has(status)) continue;
    const saw = isSuccess(status) ? 'success-status-added' : 'error-status-added';
    report(within(status), { saw, words: `Status ${status} is new.` });
  }
}

function compareContent(scope: Scope, before: Key, after: Key): void {
  const contentOf = ({ type }: Key) => {
    const content = keysOf(scope.checker, keysOf(scope.checker, type).get('content')?.type);
    return new Map([...content].map(([name, key]) => [mediaTypeKey(name), { name, key }]));
  };
  const [old, now] = [contentOf(before), contentOf(after)];
  for (const [name, media] of old) {
    const counterpart = now.get(name);
    const gone = `Media type '${media.name}' is gone.`;
    if (!counterpart) report(scope, { saw: 'media-type-removed', words: gone });
    else {
      if (counterpart.name !== media.name) report(scope, { saw: 'media-type-respelled', words: gone });
      compareTypes(scope, media.key, counterpart.key);
    }
  }
  for (const [key, { name }] of now) {
    if (old.has(key)) continue;
    report(scope, { saw: 'media-type-added', words: `Media type '${name}' is new.` });
  }
}

function compareTypes(scope: Scope, before: Key, after: Key): void {
  for (const { fact, path, words } of scope.compare(before.type, after.type)) {
    report(scope, { saw: fact, words, path });
  }
}

function compareOptional(
  scope: Scope,
  what: 'parameter' | 'body',
  { before, after }: { before: Key; after: Key },
): void {
  if (before.optional === after.optional) return;
  const saw = after.optional ? (`${what}-became-optional` as const) : (`${what}-became-required` as const);
  const words = after.optional ? 'It may be left out now.' : 'It may no longer be left out.';
  report(scope, { saw, words });
}
