// Holds one operation's types against each other: parameters, body, each response.
import type ts from 'typescript';
import { isSuccess, NOWHERE, rootField } from '../field.ts';
import { type Location, responseSide, type TypesFinding } from '../finding.ts';
import type { SharedOperation } from '../operations.ts';
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
  const renamed = where === 'path' ? renamedPathParameters(scope.operation) : undefined;
  for (const [name, key] of old) {
    const newName = renamed?.get(name) ?? name;
    const parameter = { ...scope, field: rootField(`${where}.${newName}`) };
    const counterpart = now.get(newName);
    now.delete(newName);
    const gone = `Parameter '${name}' is gone.`;
    if (!counterpart) report(parameter, { saw: 'parameter-removed', words: gone });
    else {
      if (newName !== name) report(parameter, { saw: 'path-parameter-renamed', words: gone });
      compareOptional(parameter, 'parameter', { before: key, after: counterpart });
      compareTypes(parameter, key, counterpart);
    }
  }
  for (const [name, { optional }] of now) {
    const saw = optional ? 'parameter-added' : 'required-parameter-added';
    report({ ...scope, field: rootField(`${where}.${name}`) }, { saw, words: `Parameter '${name}' is new.` });
  }
}

/** The new name of each of the path's parameters, by its old one. */
function renamedPathParameters({ before, after }: SharedOperation): Map<string, string> {
  const names = (path: string) => [...path.matchAll(/\{([^}]*)\}/g)].map((match) => String(match[1]));
  const now = names(after.path);
  return new Map(names(before.path).map((name, index) => [name, now[index] ?? name]));
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
  const contentOf = ({ type }: Key) =>
    keysOf(scope.checker, keysOf(scope.checker, type).get('content')?.type);
  const [old, now] = [contentOf(before), contentOf(after)];
  for (const [name, key] of old) {
    const counterpart = now.get(name);
    if (counterpart) compareTypes(scope, key, counterpart);
    else report(scope, { saw: 'media-type-removed', words: `Media type '${name}' is gone.` });
  }
  for (const name of now.keys()) {
    if (old.has(name)) continue;
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
