// Compares one operation: everything that is its own, and all that it reaches.
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import type { OperationPlace } from '@agentsource/openapi/walk';
import { NOWHERE } from '../finding.ts';
import { resolve } from '../schemas/place.ts';
import { show } from '../words.ts';
import { compareContent } from './content.ts';
import { compareParameters } from './parameters.ts';
import { compareResponses } from './responses.ts';
import { type Both, type Context, compareProse, type Spot, tell } from './scope.ts';
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

export function compareOperation(
  context: Context,
  name: string,
  old: OperationPlace,
  now: OperationPlace,
): void {
  const spot: Spot = { operation: name, side: 'request', field: NOWHERE };
  const both: Both = {
    before: { value: old.operation, pointer: old.pointer },
    after: { value: now.operation, pointer: now.pointer },
  };
  compareOperationId(context, spot, both);
  compareProse(context, spot, both, JUDGED);
  compareTags(
    context,
    spot,
    listOf(old.operation.tags),
    listOf(now.operation.tags),
    child(now.pointer, 'tags'),
  );
  compareSecurity(context, spot, both);
  compareOwnServers(context, spot, old, now);
  compareParameters(context, name, old, now);
  compareBody(context, { ...spot, field: { root: 'body', path: '' } }, both);
  compareResponses(context, name, both);
}

function compareOperationId(context: Context, spot: Spot, { before, after }: Both): void {
  const [old, now] = [before.value.operationId, after.value.operationId];
  if (old === now) return;
  const words = `\`operationId\` ${show(old)} → ${show(now)}`;
  tell(context, spot, 'operation-id-renamed', child(after.pointer, 'operationId'), words);
}

/** Servers of the operation or of its path; those of the document are judged once for all. */
function compareOwnServers(context: Context, spot: Spot, old: OperationPlace, now: OperationPlace): void {
  const [before, after] = [ownServers(context.before.paths, old), ownServers(context.after.paths, now)];
  if (before === undefined && after === undefined) return;
  compareServers(
    context,
    spot,
    { value: { servers: before ?? context.before.servers ?? [] }, pointer: old.pointer },
    { value: { servers: after ?? context.after.servers ?? [] }, pointer: now.pointer },
  );
}

function ownServers(paths: JsonObject, { path, operation }: OperationPlace): Json | undefined {
  const item = paths[path];
  return operation.servers ?? (isObject(item) ? item.servers : undefined);
}

function compareBody(context: Context, spot: Spot, { before, after }: Both): void {
  const [old, now] = [bodyOf(context.before, before), bodyOf(context.after, after)];
  if (old && now) {
    const [was, is] = [old.value.required === true, now.value.required === true];
    if (was !== is) {
      const kind = is ? 'body-became-required' : 'body-became-optional';
      tell(context, spot, kind, now.pointer, is ? 'optional → required' : 'required → optional');
    }
    compareContent(context, spot, { before: old, after: now });
    compareProse(context, spot, { before: old, after: now }, ['content', 'required']);
  } else if (now) {
    const required = now.value.required === true;
    const words = `new, ${required ? 'required' : 'optional'} request body`;
    tell(context, spot, required ? 'required-body-added' : 'body-added', now.pointer, words);
  } else if (old) {
    tell(context, spot, 'body-removed', old.pointer, 'request body removed');
  }
}

function bodyOf(document: Context['before'], { value, pointer }: Both['before']) {
  if (!isObject(value.requestBody)) return undefined;
  return resolve(document, value.requestBody, child(pointer, 'requestBody'));
}

function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}
