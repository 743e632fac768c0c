// What is said of a schema, a parameter or an operation in the editor: JSDoc, made of what the document says of it.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { componentOf, schemasOf } from '../prepare/schema.ts';
import { docJson, docText } from '../text.ts';
import { constraintsOf } from './constraints.ts';

/** The lines of a comment; none where there is nothing to say. */
export type Doc = readonly string[];

/** An example longer than that would hide what it is an example of. */
const LONGEST_EXAMPLE = 600;

/** Of a schema that is called so: its title, its description, its constraints, its default and examples. */
export function docOfSchema(document: OpenApiDocument, schema: Json | undefined, name: string): Doc {
  if (!isObject(schema)) return [];
  const { title, description, deprecated } = schema;
  return [
    ...paragraphs([
      textLines(titleBeside(title, name, description)),
      textLines(description ?? firstParagraph(componentDescription(document, schema))),
      sentence(constraintsOf(document, schema)),
    ]),
    ...(deprecated === true ? ['@deprecated'] : []),
    ...valueTags(schema),
  ];
}

/** Of a parameter or a header: what it says itself, and what its schema does. */
export function docOfParameter(document: OpenApiDocument, parameter: JsonObject): Doc {
  const { schema, description, deprecated, example, examples, name } = parameter;
  const own = isObject(schema) ? schema : {};
  const listed = isObject(examples)
    ? Object.values(examples).map((one) => (isObject(one) ? (one.value ?? null) : null))
    : [];
  const given = [example ?? null, ...listed].filter((one) => one !== null);
  return docOfSchema(
    document,
    {
      ...own,
      ...(typeof description === 'string' && { description }),
      ...(deprecated === true && { deprecated }),
      ...(given.length > 0 && { example: given[0] as Json }),
    },
    String(name ?? ''),
  );
}

/** Of an operation, a path, a request body or an answer; a summary that only repeats the name is none. */
export function docOfCall({ summary, description, deprecated }: JsonObject, name = ''): Doc {
  const texts = [titleBeside(summary, name, description), description];
  return [...paragraphs(texts.map(textLines)), ...(deprecated === true ? ['@deprecated'] : [])];
}

/** One under the other, with a line between. */
export function paragraphs(parts: readonly Doc[]): string[] {
  return parts
    .filter(({ length }) => length > 0)
    .flatMap((lines, index) => (index > 0 ? ['', ...lines] : lines));
}

function textLines(text: Json | undefined): Doc {
  return typeof text === 'string' && text.trim() !== '' ? docText(text) : [];
}

export function firstParagraph(text: Json | undefined): string {
  return typeof text === 'string' ? (text.trim().split(/\n\s*\n/)[0] ?? '') : '';
}

function sentence(words: string): Doc {
  return words === '' ? [] : [`${words.charAt(0).toUpperCase()}${words.slice(1)}.`];
}

/** A title that says more than the name does, and isn't said by the description. */
function titleBeside(title: Json | undefined, name: string, description: Json | undefined): string {
  if (typeof title !== 'string') return '';
  const bare = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const isRepeated =
    bare(title) === bare(name) ||
    (typeof description === 'string' && bare(description).includes(bare(title)));
  return isRepeated ? '' : title;
}

function componentDescription(document: OpenApiDocument, schema: JsonObject): Json | undefined {
  const [only, ...others] = [
    schema.$ref,
    ...itemsOf(schema.allOf).map((part) => (isObject(part) ? part.$ref : null)),
  ].filter((reference) => componentOf(reference ?? undefined) !== undefined);
  const component =
    others.length === 0 ? schemasOf(document)[componentOf(only ?? undefined) ?? ''] : undefined;
  return isObject(component) ? component.description : undefined;
}

function valueTags(schema: JsonObject): string[] {
  const { default: value, example, examples } = schema;
  // A null given as an example says that null is allowed, not what a value looks like.
  const given = [example ?? null, ...itemsOf(examples)].filter((one) => one !== null);
  return [
    ...(value === undefined ? [] : tag('default', value)),
    ...given.slice(0, 1).flatMap((one) => tag('example', one)),
  ];
}

function tag(name: string, value: Json): string[] {
  const short = JSON.stringify(value);
  if (short.length > LONGEST_EXAMPLE) return [];
  const [first = '', ...rest] = (short.length > 80 ? JSON.stringify(value, null, 2) : short).split('\n');
  return rest.length === 0 ? [`@${name} ${docJson(first)}`] : [`@${name}`, ...[first, ...rest].map(docJson)];
}
