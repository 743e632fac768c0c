// Text of the document's: a description, of whose Markdown only paragraphs and code come to anything. Links and HTML stay text.
import { type Html, html } from '@agentsource/openapi/html';

export function prose(text: string | undefined): Html | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const paragraphs = text.trim().split(/\n[^\S\n]*\n\s*/);
  return html`<div class="prose">${paragraphs.map((paragraph) => html`<p>${withCode(paragraph)}</p>`)}</div>`;
}

/** A path as code, which breaks after its slashes. */
export function pathCode(path: string): Html {
  const parts = path.split(/(?<=\/)/);
  return html`<code>${parts.map((part, index) => (index === 0 ? part : html`<wbr>${part}`))}</code>`;
}

function withCode(text: string): (Html | string)[] {
  return text
    .split(/`([^`\n]+)`/)
    .map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}
