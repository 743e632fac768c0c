// Compares the responses of an operation: statuses, bodies, headers.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { isSuccess } from '../finding.ts';
import { resolve } from '../schemas/place.ts';
import { canonical } from '../words.ts';
import { compareContent } from './content.ts';
import { type Both, type Context, compareProse, place, type Spot, tell } from './scope.ts';

export function compareResponses(context: Context, operation: string, { before, after }: Both): void {
  const old = responsesOf(context.before, before);
  const now = responsesOf(context.after, after);
  for (const [status, response] of old) {
    if (now.has(status)) continue;
    const kind = isSuccess(status) ? 'success-status-removed' : 'error-status-removed';
    tell(context, spotOf(operation, status), kind, response.pointer, `status ${status} removed`);
  }
  for (const [status, response] of now) {
    const counterpart = old.get(status);
    const spot = spotOf(operation, status);
    if (!counterpart) {
      const kind = isSuccess(status) ? 'success-status-added' : 'error-status-added';
      tell(context, spot, kind, response.pointer, `status ${status} added`);
      continue;
    }
    const both = { before: counterpart, after: response };
    compareContent(context, spot, both);
    compareHeaders(context, spot, both);
    compareProse(context, spot, both, ['content', 'headers']);
  }
}

function spotOf(operation: string, status: string): Spot {
  return { operation, side: isSuccess(status) ? 'response' : 'error', field: { root: status, path: '' } };
}

function compareHeaders(context: Context, spot: Spot, { before, after }: Both): void {
  const [old, now] = [headersOf(context.before, before), headersOf(context.after, after)];
  for (const [key, { name, header }] of old) {
    if (now.has(key)) continue;
    tell(context, spot, 'header-removed', header.pointer, `response header \`${name}\` removed`);
  }
  for (const [key, { name, header }] of now) {
    const counterpart = old.get(key);
    if (!counterpart) {
      tell(context, spot, 'header-added', header.pointer, `response header \`${name}\` added`);
    } else {
      compareHeader(context, spot, name, { before: counterpart.header, after: header });
    }
  }
}

/** Headers are text to whoever reads them: that something about the value changed is all there is to say. */
function compareHeader(context: Context, spot: Spot, name: string, both: Both): void {
  const { before, after } = both;
  const schema = context.comparer.changesBetween(place(before, 'schema'), place(after, 'schema'));
  const others = ({ required, style, explode, content }: JsonObject) =>
    canonical([required === true, style ?? 'simple', explode === true, content ?? null]);
  if (schema.length > 0 || others(before.value) !== others(after.value)) {
    tell(context, spot, 'header-changed', after.pointer, `response header \`${name}\` changed`);
  }
  compareProse(context, spot, both, ['schema', 'required', 'style', 'explode', 'content']);
}

function headersOf(document: OpenApiDocument, { value, pointer }: Both['before']) {
  const headers: [string, Json][] = isObject(value.headers) ? Object.entries(value.headers) : [];
  return new Map(
    headers.map(([name, header]) => {
      const at = child(child(pointer, 'headers'), name);
      return [name.toLowerCase(), { name, header: resolve(document, header, at) }];
    }),
  );
}

function responsesOf(document: OpenApiDocument, { value, pointer }: Both['before']) {
  const responses: [string, Json][] = isObject(value.responses) ? Object.entries(value.responses) : [];
  return new Map(
    responses.map(([status, response]) => {
      const at = child(child(pointer, 'responses'), status);
      return [status, resolve(document, response, at)];
    }),
  );
}
