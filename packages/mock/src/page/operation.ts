// What the page says of one operation: what it is for, its form, its code, its fields and its answers.

import { type Html, html } from '@agentsource/openapi/html';
import { type Operation, operationName } from '../declared/operations.ts';
import type { Content, Response } from '../declared/responses.ts';
import type { Responder } from '../responder.ts';
import { type FieldRow, fieldsOf } from './fields.ts';
import { form } from './form.ts';
import { pathCode, prose } from './prose.ts';

export function operationSection(operation: Operation, responder: Responder): Html {
  const { method, path, summary, description, deprecated, body } = operation;
  return html`<h1><span class="method">${method.toUpperCase()}</span> ${pathCode(path)}</h1>
${summary !== undefined && html`<p class="lead">${summary}</p>`}
${deprecated && html`<p><strong>Deprecated</strong></p>`}
${prose(description)}
<section aria-labelledby="try"><h2 id="try">Try it</h2>
${form(operation, responder)}
<div id="answer" role="status" aria-live="polite"></div>
</section>
<section aria-labelledby="code"><h2 id="code">The same as code</h2><div id="samples"></div></section>
${body && html`<section aria-labelledby="fields"><h2 id="fields">Body</h2>${body.contents.map((content) => described(content, responder))}</section>`}
<section aria-labelledby="answers"><h2 id="answers">Answers</h2>
${operation.responses.map((response) => answered(response, responder))}
</section>`;
}

/** Where an operation is shown. */
export function addressOf(operation: Operation): string {
  return `/?operation=${encodeURIComponent(operationName(operation).toWellFormed())}`;
}

function answered(response: Response, responder: Responder): Html {
  const { code, description, contents, headers } = response;
  const names = headers.map(({ name }) => name).join(', ');
  return html`<details><summary><code>${code}</code> ${description}</summary>
${names !== '' && html`<p>Headers: ${names}</p>`}
${contents.map((content) => described(content, responder))}
${contents.length === 0 && html`<p class="note">No body.</p>`}
</details>`;
}

function described(content: Content, responder: Responder): Html {
  const { mediaType, schema, examples } = content;
  const rows = schema === undefined ? [] : fieldsOf(responder, schema);
  return html`<p class="note">${mediaType}</p>
${rows.length > 0 && html`<ul class="fields">${rows.map(row)}</ul>`}
${examples.map(
  ({ key, value }) => html`<h3>Example <code>${key}</code></h3>
<pre tabindex="0"><code>${shown(responder.sample({ example: value }))}</code></pre>`,
)}`;
}

function row({ name, depth, type, required, constraints, description }: FieldRow): Html {
  return html`<li class="depth-${depth}">${name !== '' && html`<code>${name}</code> `}<span class="type">${type}</span>${required && html` <strong>required</strong>`}
${constraints.length > 0 && html`<small>${constraints.join('; ')}</small>`}
${prose(description)}</li>`;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
