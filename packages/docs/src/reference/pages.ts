// A page for each operation, and the list of all.
import { errorOf } from '@agentsource/codegen/operations/errors';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { type Html, html } from '@agentsource/openapi/html';
import { entriesOf, isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { resolve } from '@agentsource/openapi/references';
import { codeBlock, type Heading, markdown, wordsOf } from '../markdown.ts';
import { type Page, toRoot } from '../page.ts';
import { commandOf } from './command-line.ts';
import { curlOf, type Service } from './curl.ts';
import { fieldTable } from './field-table.ts';
import { type Field, fieldRows, fieldsOf } from './fields.ts';
import type { Operation } from './operations.ts';
import { tabs } from './tabs.ts';

/** Where the mock listens when it is not told otherwise. */
const MOCK = 'http://127.0.0.1:4010/';

/** Longer answers are cut off. */
const LONGEST = 3_000;

interface Context {
  document: OpenApiDocument;
  service: Service;
}

export function operationPages(all: readonly Operation[], context: Context): Page[] {
  return all.map((operation) => operationPage(operation, context));
}

function operationPage(operation: Operation, { document, service }: Context): Page {
  const { place, title, path } = operation;
  const description = textOf(place.operation.description);
  const sections: [Heading, Html | undefined][] = [
    [heading('call', 'Call'), callOf(operation, service)],
    [heading('request', 'Request'), requestOf(document, operation)],
    [heading('answer', 'Answer'), answerOf(document, operation)],
    [heading('errors', 'Errors'), errorsOf(document, operation, path)],
  ];
  const shown = sections.flatMap(([head, body]) => (body === undefined ? [] : [[head, body] as const]));
  const deprecated = place.operation.deprecated === true;
  return {
    path,
    title,
    kind: 'Operation',
    group: operation.group,
    badge: place.method,
    name: textOf(place.operation.operationId),
    about: wordsOf(description).slice(0, 160),
    keywords: `${place.method.toUpperCase()} ${place.path} ${operation.function?.name ?? ''}`,
    headings: shown.map(([head]) => head),
    body: html`<h1>${title}</h1>
<p class="call"><span class="method ${place.method}">${place.method.toUpperCase()}</span> <code>${place.path}</code></p>
${deprecated && html`<p class="note"><strong>Deprecated.</strong></p>`}
${description !== '' && description !== title && markdown(description).html}
${shown.map(([{ id, title: name }, body]) => html`<h2 id="${id}">${name}</h2>${body}`)}`,
  };
}

function heading(id: string, title: string): Heading {
  return { id, title, level: 2 };
}

function callOf(operation: Operation, service: Service): Html {
  const all = [
    ['TypeScript', operation.program || undefined],
    ['Command line', commandOf(operation)],
    ['cURL', curlOf(operation, service)],
  ] as const;
  const programs = all.filter((one): one is [(typeof one)[0], string] => one[1] !== undefined);
  const none = html`<p>Nothing that is required is known well enough for an example.</p>`;
  return html`${
    programs.length > 0
      ? tabs(
          'Call',
          programs.map(([name, text]) => ({ name, body: codeBlock(text) })),
        )
      : none
  }
<p>Try it without a key: <code>npx @agentsource/mock</code> serves a page to send it from, at <a href="${MOCK}" rel="noreferrer">${MOCK}</a>.
A program calls it by <code>createClient({ apiKey: 'any', baseUrl: '${MOCK}' })</code>, the command where that address is in <code>EXPLORIUM_BASE_URL</code>.</p>`;
}

function requestOf(document: OpenApiDocument, { place, function: fn }: Operation): Html | undefined {
  const parameters = [...(fn?.parameters ?? [])].flatMap(([location, declared]) =>
    [...declared].flatMap(([name, parameter]) => parameterRows(document, location, name, parameter)),
  );
  const body = resolve(document, place.operation.requestBody)?.value;
  const bodies = entriesOf(body?.content).map(([mediaType, media]) => {
    const fields = isObject(media) ? fieldsOf(document, media.schema) : [];
    return html`<h3>Body <code>${mediaType}</code>${body?.required !== true && ' (optional)'}</h3>
${fields.length > 0 ? fieldTable(`Fields of the body, ${mediaType}`, fields) : html`<p>Anything of this media type.</p>`}`;
  });
  if (parameters.length === 0 && bodies.length === 0) return html`<p>It takes nothing but the key.</p>`;
  const table = parameters.length > 0 && html`<h3>Parameters</h3>${fieldTable('Parameters', parameters)}`;
  return html`${table}${bodies}`;
}

function parameterRows(
  document: OpenApiDocument,
  location: string,
  name: string,
  parameter: JsonObject,
): Field[] {
  const [, media] = entriesOf(parameter.content)[0] ?? [];
  const schema = parameter.schema ?? (isObject(media) ? media.schema : undefined) ?? {};
  const [own, ...inner] = fieldRows(document, `${location}.${name}`, schema, parameter.required === true);
  if (!own) return [];
  const description = textOf(parameter.description) || own.description;
  return [{ ...own, description, isDeprecated: parameter.deprecated === true || own.isDeprecated }, ...inner];
}

/** Answers of success, with an example. */
function answerOf(document: OpenApiDocument, { place }: Operation): Html | undefined {
  const successes = entriesOf(place.operation.responses).filter(([status]) => /^[23]|^default$/.test(status));
  const shown = successes.map(([status, response]) => {
    const value = resolve(document, response)?.value ?? {};
    const contents = entriesOf(value.content).map(([mediaType, media]) =>
      contentOf(document, mediaType, media),
    );
    return html`<h3><code>${status}</code> ${wordsOf(textOf(value.description))}</h3>
${contents.length > 0 ? contents : html`<p>Nothing in its body.</p>`}${headersOf(document, value)}`;
  });
  return shown.length > 0 ? html`${shown}` : undefined;
}

function contentOf(document: OpenApiDocument, mediaType: string, media: Json): Html {
  if (!isObject(media)) return html``;
  const fields = fieldsOf(document, media.schema);
  const [, first] = entriesOf(media.examples)[0] ?? [];
  const example = media.example ?? resolve(document, first)?.value.value;
  const none = html`<p>The document says no more than <code>${mediaType}</code>.</p>`;
  return html`${fields.length > 0 ? fieldTable(`Fields of the answer, ${mediaType}`, fields) : none}
${example !== undefined && html`<details><summary>Example</summary>${codeBlock(shortened(example))}</details>`}`;
}

function shortened(example: Json): string {
  const text = typeof example === 'string' ? example : JSON.stringify(example, null, 2);
  return text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed()}\n…` : text;
}

function headersOf(document: OpenApiDocument, response: JsonObject): Html | undefined {
  const rows = entriesOf(response.headers).flatMap(([name, header]) => {
    const value = resolve(document, header)?.value ?? {};
    return fieldRows(document, name, value.schema ?? {}, false)
      .slice(0, 1)
      .map((row) => ({
        ...row,
        description: textOf(value.description) || row.description,
      }));
  });
  if (rows.length === 0) return undefined;
  return html`<details><summary>Headers</summary>${fieldTable('Headers of the answer', rows)}</details>`;
}

function errorsOf(document: OpenApiDocument, { place }: Operation, path: string): Html | undefined {
  const errors = entriesOf(place.operation.responses).filter(([status]) => /^[45]/.test(status));
  const rows = errors.map(([status, response]) => {
    const said = wordsOf(textOf(resolve(document, response)?.value.description));
    return html`<tr><th scope="row"><code>${status}</code></th><td><code>${errorOf(status)}</code></td><td>${said}</td></tr>
`;
  });
  if (rows.length === 0) return undefined;
  return html`<div class="table" role="region" aria-label="Errors" tabindex="0"><table>
<thead><tr><th scope="col">Status</th><th scope="col">Thrown as</th><th scope="col">When</th></tr></thead>
<tbody>${rows}</tbody></table></div>
<p>What they tell, and what is sent again: <a href="${toRoot(path)}guides/errors.html">Errors</a>,
<a href="${toRoot(path)}guides/retries-and-limits.html">Retries and limits</a>.</p>`;
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The list of all. */
export function referencePage(all: readonly Operation[], { document }: Context): Page {
  const groups = Map.groupBy(all, ({ group }) => group);
  const { title, version, description } = document.info;
  const lists = [...groups].map(
    ([group, members]) =>
      html`<section><h2>${group}</h2><ul class="operations">${members.map(listItem)}</ul></section>`,
  );
  return {
    path: 'reference/index.html',
    title: 'Operations',
    about: `Every operation of ${title} ${version}.`,
    kind: 'Operation',
    headings: [],
    body: html`<h1>Operations</h1>
<p>${title} ${version}: ${all.length} ${all.length === 1 ? 'operation' : 'operations'}.</p>
${typeof description === 'string' && markdown(description).html}${lists}`,
  };
}

function listItem({ place, title, path }: Operation): Html {
  return html`<li><span class="method ${place.method}">${place.method.toUpperCase()}</span>
<a href="../${path}">${title}</a> <code>${place.path}</code></li>
`;
}
