// Marks what the tool would comment with a number, and keeps the comment apart: what it writes itself has tags for everything, titles
// that repeat names, and a stranger's text as it is.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { keysOf } from '@agentsource/openapi/pointer';
import { walk } from '@agentsource/openapi/walk';
import { schemasOf } from '../prepare/schema.ts';
import { type Doc, docOfCall, docOfParameter, docOfSchema } from './doc.ts';

/** Comments by the title that stands for them. */
export type Docs = ReadonlyMap<string, Doc>;

/** What the tool makes comments of. */
const COMMENTED = ['title', 'summary', 'description', 'default', 'example', 'examples', 'deprecated'];

/** Changes the document in place: each thing that has something said of it has a title which stands for that, and no other text. */
export function markDocs(document: OpenApiDocument): Docs {
  const docs = docsOf(document);
  const marks = new Map<string, string>();
  const clear = (holder: JsonObject) => {
    for (const keyword of COMMENTED) delete holder[keyword];
  };
  walk(document, {
    schema: clear,
    parameter: clear,
    header: clear,
    requestBody: clear,
    response: clear,
    operation: clear,
    pathItem: clear,
    mediaType: clear,
  });
  for (const [holder, doc] of docs) {
    if (doc.length === 0) continue;
    const key = doc.join('\n');
    // Of equal comments one mark, so that equal schemas stay equal.
    const mark = marks.get(key) ?? `agentsource-doc-${marks.size}`;
    marks.set(key, mark);
    holder.title = mark;
  }
  return new Map([...marks].map(([key, mark]) => [mark, key.split('\n')]));
}

/** What is said of each thing, by the object itself; the innermost first. */
function docsOf(document: OpenApiDocument): Map<JsonObject, Doc> {
  const docs = new Map<JsonObject, Doc>();
  const addSchema = (schema: Json, name: string) => {
    if (isObject(schema)) docs.set(schema, docOfSchema(document, schema, name));
  };
  const addCall = (holder: JsonObject) => docs.set(holder, docOfCall(holder));
  walk(document, {
    schema: ({ properties }) => {
      for (const [name, property] of entriesOf(properties)) addSchema(property, name);
    },
    parameter: (parameter) => docs.set(parameter, docOfParameter(document, parameter)),
    header: (header, pointer) =>
      docs.set(header, docOfParameter(document, { name: keysOf(pointer).at(-1) ?? '', ...header })),
    requestBody: addCall,
    response: addCall,
    operation: (operation) => docs.set(operation, docOfCall(operation, String(operation.operationId))),
    pathItem: addCall,
  });
  for (const [name, schema] of Object.entries(schemasOf(document))) addSchema(schema, name);
  return docs;
}
