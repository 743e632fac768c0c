// Compares bodies: media types and, within each, the schema.
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { canonical, code } from '../words.ts';
import { type Both, type Context, compareProse, compareSchemaAt, place, type Spot, tell } from './scope.ts';

export function compareContent(context: Context, spot: Spot, { before, after }: Both): void {
  const [old, now] = [mediaTypesOf(before.value), mediaTypesOf(after.value)];
  const pointer = (holder: Both['before'], name: string) => child(child(holder.pointer, 'content'), name);
  for (const [key, [name]] of old) {
    if (now.has(key)) continue;
    tell(context, spot, 'media-type-removed', pointer(before, name), `media type ${code(name)} removed`);
  }
  for (const [key, [name, media]] of now) {
    const counterpart = old.get(key);
    if (!counterpart) {
      tell(context, spot, 'media-type-added', pointer(after, name), `media type ${code(name)} added`);
      continue;
    }
    const both: Both = {
      before: { value: counterpart[1], pointer: pointer(before, counterpart[0]) },
      after: { value: media, pointer: pointer(after, name) },
    };
    compareSchemaAt(context, spot, place(both.before, 'schema'), place(both.after, 'schema'));
    compareProse(context, spot, both, ['schema', 'encoding']);
    compareEncoding(context, spot, both);
  }
}

function compareEncoding(context: Context, spot: Spot, { before, after }: Both): void {
  if (canonical(before.value.encoding) === canonical(after.value.encoding)) return;
  const words = 'encoding of parts changed';
  tell(context, spot, 'constraint-tightened', child(after.pointer, 'encoding'), words);
}

/** By the name as HTTP compares it: case and blanks don't matter. */
function mediaTypesOf(holder: JsonObject): Map<string, [string, JsonObject]> {
  const content: [string, Json][] = isObject(holder.content) ? Object.entries(holder.content) : [];
  return new Map(
    content.map(([name, media]) => [
      name.toLowerCase().replaceAll(/\s/g, ''),
      [name, isObject(media) ? media : {}],
    ]),
  );
}
