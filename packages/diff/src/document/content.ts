// Compares bodies: media types and, within each, the schema.
import { entriesOf, isObject } from '@agentsource/openapi/json';
import { code } from '@agentsource/openapi/markdown';
import { child } from '@agentsource/openapi/pointer';
import type { Located } from '@agentsource/openapi/references';
import { canonical } from '../words.ts';
import { compareProse, compareSchemas, type Pair, report, type Scope, schemaOf } from './scope.ts';

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

function compareMediaType(scope: Scope, pair: Pair): void {
  const { before, after } = pair;
  compareSchemas(scope, schemaOf(before), schemaOf(after));
  compareProse(scope, pair, ['schema', 'encoding']);
  if (canonical(before.value.encoding) !== canonical(after.value.encoding)) {
    const pointer = child(after.pointer, 'encoding');
    report(scope, { kind: 'constraint-tightened', pointer, words: 'encoding of parts changed' });
  }
}

/** By the name as HTTP compares it: case and blanks don't matter. */
function mediaTypesOf({ value, pointer }: Located): Map<string, MediaType> {
  const at = child(pointer, 'content');
  return new Map(
    entriesOf(value.content).map(([name, media]) => [
      name.toLowerCase().replaceAll(/\s/g, ''),
      { name, value: isObject(media) ? media : {}, pointer: child(at, name) },
    ]),
  );
}
