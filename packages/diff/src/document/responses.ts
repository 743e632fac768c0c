// Compares the responses of an operation: statuses, bodies, headers.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, type JsonObject } from '@agentsource/openapi/json';
import { code } from '@agentsource/openapi/markdown';
import { child } from '@agentsource/openapi/pointer';
import type { Located } from '@agentsource/openapi/references';
import { isSuccess, rootField } from '../field.ts';
import { responseSide } from '../finding.ts';
import { canonical, word } from '../words.ts';
import { compareContent } from './content.ts';
import { compareProse, DIRECTIONS, locate, type Pair, reach, report, type Scope, schemaOf } from './scope.ts';

interface Header extends Located {
  name: string;
}

export function compareResponses(scope: Scope, { before, after }: Pair): void {
  const [old, now] = [responsesOf(scope.before, before), responsesOf(scope.after, after)];
  for (const [status, { pointer }] of old) {
    if (now.has(status)) continue;
    const kind = isSuccess(status) ? 'success-status-removed' : 'error-status-removed';
    report(within(scope, status), { kind, pointer, words: `status ${word(status)} removed` });
  }
  for (const [status, response] of now) {
    reach(scope, response);
    const counterpart = old.get(status);
    if (counterpart) {
      compareResponse(within(scope, status), { before: counterpart, after: response });
    } else {
      const kind = isSuccess(status) ? 'success-status-added' : 'error-status-added';
      report(within(scope, status), {
        kind,
        pointer: response.pointer,
        words: `status ${word(status)} added`,
      });
    }
  }
}

function within(scope: Scope, status: string): Scope {
  return { ...scope, side: responseSide(status), field: rootField(status) };
}

export function compareResponse(scope: Scope, pair: Pair): void {
  compareContent(scope, pair);
  compareHeaders(scope, pair);
  compareProse(scope, pair, ['content', 'headers']);
}

function compareHeaders(scope: Scope, { before, after }: Pair): void {
  const [old, now] = [headersOf(scope.before, before), headersOf(scope.after, after)];
  for (const [key, { name, pointer }] of old) {
    if (now.has(key)) continue;
    report(scope, { kind: 'header-removed', pointer, words: `response header ${code(name)} removed` });
  }
  for (const [key, header] of now) {
    reach(scope, header);
    const counterpart = old.get(key);
    if (counterpart) compareHeader(scope, { before: counterpart, after: header });
    else {
      const words = `response header ${code(header.name)} added`;
      report(scope, { kind: 'header-added', pointer: header.pointer, words });
    }
  }
}

/** Headers are text to whoever reads them: that something about the value changed is all there is to say. */
export function compareHeader(scope: Scope, pair: { before: Header; after: Header }): void {
  const { before, after } = pair;
  const direction = DIRECTIONS[scope.side];
  const schema = scope.schemas.changesBetween(schemaOf(before), schemaOf(after), direction);
  const others = ({ required, style, explode, content }: JsonObject) =>
    canonical([required === true, style ?? 'simple', explode === true, content ?? null]);
  if (schema.length > 0 || others(before.value) !== others(after.value) || before.name !== after.name) {
    const words = `response header ${code(after.name)} changed`;
    report(scope, { kind: 'header-changed', pointer: after.pointer, words });
  }
  compareProse(scope, pair, ['schema', 'required', 'style', 'explode', 'content']);
}

/** By the name in lower case. */
function headersOf(document: OpenApiDocument, response: Located): Map<string, Header> {
  return new Map(
    entriesOf(response.value.headers).map(([name, header]) => {
      const at = child(child(response.pointer, 'headers'), name);
      return [name.toLowerCase(), { name, ...locate(document, header, at) }];
    }),
  );
}

function responsesOf(document: OpenApiDocument, operation: Located): Map<string, Located> {
  return new Map(
    entriesOf(operation.value.responses).map(([status, response]) => {
      const at = child(child(operation.pointer, 'responses'), status);
      return [status, locate(document, response, at)];
    }),
  );
}
