// What the editor says of an operation's function: what it does, what each field means, what it throws, and an example.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, type JsonObject } from '@agentsource/openapi/json';
import { resolve } from '@agentsource/openapi/references';
import { type Doc, docOfCall, docOfParameter, docOfSchema, paragraphs } from '../docs/doc.ts';
import { jsonContent } from '../json-content.ts';
import { partsOf } from '../prepare/schema.ts';
import { docCode } from '../text.ts';
import { errorOf } from './errors.ts';
import type { OperationFunction } from './functions.ts';

/** Fields that are listed; the types say the rest. */
const MOST_FIELDS = 20;

/** @param example The lines of a program. */
export function functionDoc(
  document: OpenApiDocument,
  operation: OperationFunction,
  example: readonly string[],
): Doc {
  const { method, path, operation: declared } = operation.place;
  const { deprecated: _, ...texts } = declared;
  return [
    ...paragraphs([
      docOfCall(texts, String(declared.operationId)),
      [docCode(`${method.toUpperCase()} ${path}`)],
      fieldsOf(document, operation),
    ]),
    '',
    ...failuresOf(document, declared),
    '@throws {ExploriumError} a subclass, whenever there is no success: what `unwrap` throws.',
    ...(declared.deprecated === true ? ['@deprecated'] : []),
    ...(example.length > 0 ? ['@example', '```ts', ...example.map(inFence), '```'] : []),
  ];
}

/** A string may hold what ends a comment, or begins a tag of TypeScript's. */
function inFence(line: string): string {
  return line.replaceAll('*/', '*\\/').replaceAll(/([\s{])@/g, '$1\\u0040');
}

function fieldsOf(document: OpenApiDocument, { body, parameters }: OperationFunction): Doc {
  const ofParameters = [...parameters].flatMap(([location, all]) =>
    [...all].map(([name, parameter]) => field(`${location}.${name}`, docOfParameter(document, parameter))),
  );
  const schema = body && jsonContent(document, body.value)?.schema;
  const properties = partsOf(document, schema).flatMap((part) => entriesOf(part.properties));
  const ofBody = properties.map(([name, property]) =>
    field(`body.${name}`, docOfSchema(document, property, name)),
  );
  const fields = [...ofParameters, ...ofBody].filter((line) => line !== '');
  const more = fields.length - MOST_FIELDS;
  return more > 0 ? [...fields.slice(0, MOST_FIELDS), `- and ${more} more`] : fields;
}

/** One line: the first paragraph, and the last, which has the constraints. */
function field(name: string, doc: Doc): string {
  const said = doc.slice(0, doc.findIndex((line) => line.startsWith('@')) >>> 0);
  const [first = '', ...others] = said
    .join('\n')
    .split('\n\n')
    .map((lines) => lines.replaceAll('\n', ' '));
  const words = [first, ...others.slice(-1)].filter(Boolean).join(' ');
  return words === '' ? '' : `- ${docCode(name)}: ${words}`;
}

function failuresOf(document: OpenApiDocument, { responses }: JsonObject): Doc {
  const all = entriesOf(responses);
  const hasSuccess = all.some(([status]) => status.startsWith('2'));
  const failures = all.filter(([status]) => /^[45]/.test(status) || (status === 'default' && hasSuccess));
  return failures.flatMap(([status, response]) => {
    const [said = ''] = docOfCall(resolve(document, response)?.value ?? {});
    const when = status === 'default' ? 'any other status' : status.replace(/\W/g, '');
    return [`@throws {${errorOf(status)}} ${when}: ${said}`.replace(/: $/, '')];
  });
}
