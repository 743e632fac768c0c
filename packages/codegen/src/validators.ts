// Compiles, for every operation, what the document says of its request into one module that needs no `new Function`.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { PipelineError } from '@agentsource/openapi/errors';
import { hideData } from '@agentsource/openapi/gate/data';
import type { JsonObject } from '@agentsource/openapi/json';
import { leaveOutPatterns } from '@agentsource/openapi/leave-out-patterns';
import { slowPatternsOf } from '@agentsource/openapi/slow-patterns';
import { operationsOf, walk } from '@agentsource/openapi/walk';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { requestSchema } from './request-schema.ts';
import { tsComment } from './text.ts';

const DOCUMENT_ID = 'openapi:/document';

// What ajv's output would require from ajv itself, and what the client carries instead (packages/client/src/validate/runtime.ts).
const RUNTIME = new Map([
  ['ajv/dist/runtime/ucs2length', 'codePoints'],
  ['ajv/dist/runtime/equal', 'equal'],
]);

/** The text of `src/generated/validators.ts`: `requestValidators`, by `METHOD /path`. */
export function renderRequestValidators(document: OpenApiDocument): string {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    validateSchema: false,
    // `format` only annotates in JSON Schema 2020-12, and the service takes more dates than RFC 3339 knows.
    validateFormats: false,
    messages: false,
    inlineRefs: false,
    // Otherwise an optional property "constructor" is there in every object.
    ownProperties: true,
    logger: false,
    code: { source: true, esm: true, lines: true },
  });
  const slow = slowPatternsOf(document);
  const patterns = new Set(slow.map(({ pattern }) => pattern));
  const { document: bare, reveal } = hideData(leaveOutPatterns(withoutAnnotations(document), patterns));
  ajv.addSchema({ $id: DOCUMENT_ID, ...bare });
  const names = operationsOf(bare).map((place, index) => {
    const name = `request${index}`;
    ajv.addSchema(absoluteReferences(requestSchema(bare, place)), name);
    return [name, `${place.method.toUpperCase()} ${place.path}`] as const;
  });
  const code = standaloneCode.default(ajv, Object.fromEntries(names.map(([name]) => [name, name])));
  const entries = names.map(([name, call]) => `  ${JSON.stringify(call)}: ${name},\n`);
  return `// @ts-nocheck: the functions are ajv's, which writes JavaScript.
${uncheckedNote(slow.map(({ pointer }) => pointer))}import { codePoints, equal, type RequestValidator } from '../validate/runtime.ts';
${ownRuntime(reveal(code))}
export const requestValidators: Record<string, RequestValidator> = {\n${entries.join('')}};\n`;
}

/** Places named; of more than these it is enough to know how many. */
const NAMED = 20;

/** Says in the module what it does not check: users' own processes must not hang over a pattern of the document's. */
function uncheckedNote(places: readonly string[]): string {
  if (places.length === 0) return '';
  const named = places.slice(0, NAMED).map((place) => `// - ${tsComment(place)}\n`);
  const more = places.length > NAMED ? `// and ${places.length - NAMED} more\n` : '';
  const count =
    places.length === 1 ? '1 pattern of the document is' : `${places.length} patterns of the document are`;
  return `// ${count} not checked, since JavaScript may backtrack over them without end:\n${named.join('')}${more}`;
}

/** The document without what no validation reads, which would only make the module longer. */
function withoutAnnotations(document: OpenApiDocument): OpenApiDocument {
  const bare = structuredClone(document);
  walk(bare, {
    schema: (schema) => {
      for (const keyword of ['title', 'description', 'example', 'examples', 'default', 'deprecated'])
        delete schema[keyword];
    },
  });
  return bare;
}

/** `#/…` means the document, also from within a schema of ours. */
function absoluteReferences(schema: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(schema), (key, value) =>
    key === '$ref' && typeof value === 'string' && value.startsWith('#') ? DOCUMENT_ID + value : value,
  );
}

function ownRuntime(code: string): string {
  return code
    .replace('"use strict";\n', '')
    .replaceAll(/^export const (?=request\d+ = )/gm, 'const ')
    .replaceAll(/require\("([^"]+)"\)(?:\.default)?/g, (_, module: string) => {
      const name = RUNTIME.get(module);
      if (name !== undefined) return name;
      throw new PipelineError(
        `the request validators would need ${module} at run time; add an equal of it to packages/client/src/validate/runtime.ts and to packages/codegen/src/validators.ts`,
      );
    });
}
