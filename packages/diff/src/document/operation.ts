// Compares one operation: everything that is its own, and all that it reaches.
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { type Located, resolve } from '@agentsource/openapi/references';
import type { OperationPlace } from '@agentsource/openapi/walk';
import { rootField } from '../field.ts';
import { operationIdKind, type SharedOperation } from '../operations.ts';
import { show } from '../words.ts';
import { compareContent } from './content.ts';
import { compareParameters } from './parameters.ts';
import { compareResponses } from './responses.ts';
import { compareProse, type Pair, reach, report, type Scope } from './scope.ts';
import { compareSecurity } from './security.ts';
import { compareServers } from './servers.ts';
import { compareTags } from './tags.ts';

const JUDGED = [
  'operationId',
  'parameters',
  'requestBody',
  'responses',
  'security',
  'servers',
  'tags',
] as const;

export function compareOperation(scope: Scope, operation: SharedOperation): void {
  const { before, after } = operation;
  const pair: Pair = {
    before: { value: before.operation, pointer: before.pointer },
    after: { value: after.operation, pointer: after.pointer },
  };
  compareOperationId(scope, pair);
  compareProse(scope, pair, JUDGED);
  compareTags(scope, pair);
  compareSecurity(scope, pair);
  compareOwnServers(scope, operation);
  compareParameters(scope, operation);
  compareBody({ ...scope, field: rootField('body') }, pair);
  compareResponses(scope, pair);
}

function compareOperationId(scope: Scope, { before, after }: Pair): void {
  const [old, now] = [before.value.operationId, after.value.operationId];
  if (old === now) return;
  const words = `\`operationId\` ${show(old)} → ${show(now)}`;
  const kind = operationIdKind(old, now);
  const pointer = child((now === undefined ? before : after).pointer, 'operationId');
  report(scope, { kind, pointer, words });
}

/** Servers of the operation or of its path; those of the document are judged once for all. */
function compareOwnServers(scope: Scope, { before, after }: SharedOperation): void {
  const [old, now] = [ownServers(scope.before.paths, before), ownServers(scope.after.paths, after)];
  if (old === undefined && now === undefined) return;
  compareServers(scope, {
    before: { value: { servers: old ?? scope.before.servers ?? [] }, pointer: before.pointer },
    after: { value: { servers: now ?? scope.after.servers ?? [] }, pointer: after.pointer },
  });
}

function ownServers(paths: JsonObject, { path, operation }: OperationPlace): Json | undefined {
  const item = paths[path];
  return operation.servers ?? (isObject(item) ? item.servers : undefined);
}

function compareBody(scope: Scope, { before, after }: Pair): void {
  const [old, now] = [bodyOf(scope.before, before), bodyOf(scope.after, after)];
  if (now) reach(scope, now);
  if (old && now) compareRequestBody(scope, { before: old, after: now });
  else if (now) {
    const required = now.value.required === true;
    const words = `new, ${required ? 'required' : 'optional'} request body`;
    report(scope, { kind: required ? 'required-body-added' : 'body-added', pointer: now.pointer, words });
  } else if (old) {
    report(scope, { kind: 'body-removed', pointer: old.pointer, words: 'request body removed' });
  }
}

export function compareRequestBody(scope: Scope, pair: Pair): void {
  compareRequired(scope, pair);
  compareContent(scope, pair);
  compareProse(scope, pair, ['content', 'required']);
}

function compareRequired(scope: Scope, { before, after }: Pair): void {
  const [was, is] = [before.value.required === true, after.value.required === true];
  if (was === is) return;
  const kind = is ? 'body-became-required' : 'body-became-optional';
  const words = is ? 'optional → required' : 'required → optional';
  report(scope, { kind, pointer: after.pointer, words });
}

function bodyOf(document: Scope['before'], { value, pointer }: Located): Located | undefined {
  return resolve(document, value.requestBody, child(pointer, 'requestBody'));
}
