// Compares bodies: media types and, within each, the schema.
import { mediaKindOf } from '@agentsource/codegen/media-kind';
import { entriesOf, isObject } from '@agentsource/openapi/json';
import { code } from '@agentsource/openapi/markdown';
import { child } from '@agentsource/openapi/pointer';
import type { Located } from '@agentsource/openapi/references';
import { canonical, mediaTypeKey } from '../words.ts';
import {
  compareProse,
  compareSchemas,
  DIRECTIONS,
  type Pair,
  report,
  type Scope,
  schemaOf,
} from './scope.ts';

interface MediaType extends Located {
  name: string;
}

export function compareContent(scope: Scope, { before, after }: Pair): void {
  const [old, now] = [mediaTypesOf(before), mediaTypesOf(after)];
  for (const [key, { name, pointer }] of old) {
    if (now.has(key)) continue;
    report(scope, { kind: 'media-type-removed', pointer, words: `media type ${code(name)} removed` });
  }
  for (const [key, media] of now) {
    const counterpart = old.get(key);
    if (counterpart) compareMediaType(scope, { before: counterpart, after: media });
    else {
      const words = `media type ${code(media.name)} added`;
      report(scope, { kind: 'media-type-added', pointer: media.pointer, words });
    }
  }
}

function compareMediaType(scope: Scope, pair: { before: MediaType; after: MediaType }): void {
  const { before, after } = pair;
  const { pointer } = after;
  if (before.name !== after.name) {
    const words = `media type ${code(before.name)} → ${code(after.name)}`;
    report(scope, { kind: 'media-type-respelled', pointer, words });
  }
  const isUntyped = !isTyped(before.name) || !isTyped(after.name);
  const isForm = DIRECTIONS[scope.side] === 'request' && /^multipart\//i.test(after.name);
  compareSchemas({ ...scope, isUntyped, isForm }, schemaOf(before), schemaOf(after));
  compareProse(scope, pair, ['schema', 'encoding']);
  if (canonical(before.value.encoding) !== canonical(after.value.encoding)) {
    const at = child(pointer, 'encoding');
    report(scope, { kind: 'encoding-changed', pointer: at, words: 'encoding of parts changed' });
  }
}

/** Whether the types of a body are those of its schema, all of them: the parts of a multipart body may be files. */
function isTyped(mediaType: string): boolean {
  return mediaKindOf(mediaType) === 'json' || /^application\/x-www-form-urlencoded/i.test(mediaType);
}

/** By the name as HTTP compares it: case and blanks don't matter. */
function mediaTypesOf({ value, pointer }: Located): Map<string, MediaType> {
  const at = child(pointer, 'content');
  return new Map(
    entriesOf(value.content).map(([name, media]) => [
      mediaTypeKey(name),
      { name, value: isObject(media) ? media : {}, pointer: child(at, name) },
    ]),
  );
}
