// Keeps libraries from reading meaning into data. An example may hold a key "$ref" or "$id" that is nobody's business, yet the
// generator, the linter, Prism and ajv all act on such keys wherever they meet them. Before one of them sees a document, the keys
// of data that begin with "$" get a mark in front, which comes off again from what the library gives back.
import type { OpenApiDocument } from '../document.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { walk } from '../walk.ts';

export interface HiddenData {
  document: OpenApiDocument;
  /** What the library gave back, a value or a text, as the document has it. */
  reveal<T extends Json>(value: T): T;
  /** Gives a schema, in place, its `const` and `enum` as they were: a validator compares values with these, and reads no more. */
  revealConstants(schema: JsonObject): void;
}

/** A copy of the document in which no key of its data begins with `$`; the document itself where none does. */
export function hideData(document: OpenApiDocument): HiddenData {
  if (!JSON.stringify(document).includes('"$')) return { document, reveal: same, revealConstants: () => {} };
  const mark = markFor(document);
  const hide = (value: Json) => renameKeys(value, (key) => (key.startsWith('$') ? mark + key : key));
  const copy = structuredClone(document);
  walk(copy, {
    data: (holder, key) => {
      const at = holder as JsonObject;
      at[key] = hide(at[key] as Json);
    },
  });
  const withoutMark = (text: string) => text.replaceAll(mark, '');
  const reveal = <T extends Json>(value: T): T =>
    (typeof value === 'string' ? withoutMark(value) : renameKeys(value, withoutMark)) as T;
  const revealConstants = (schema: JsonObject) => {
    for (const keyword of ['const', 'enum'] as const) {
      if (schema[keyword] !== undefined) schema[keyword] = reveal(schema[keyword]);
    }
  };
  return { document: copy, reveal, revealConstants };
}

/** A character of the private use area, so often that the document does not have it. */
function markFor(document: OpenApiDocument): string {
  const text = JSON.stringify(document);
  let mark = '\u{E000}';
  while (text.includes(mark)) mark += '\u{E000}';
  return mark;
}

function renameKeys(value: Json, rename: (key: string) => string): Json {
  if (Array.isArray(value)) return value.map((item) => renameKeys(item, rename));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [rename(key), renameKeys(inner, rename)]),
  );
}

function same<T>(value: T): T {
  return value;
}
