// One of several, by radio buttons: no script, and keys work as they do for any.
import { type Html, html } from '@agentsource/openapi/html';
import { slug } from '../slugs.ts';

export interface Tab {
  name: string;
  body: Html;
}

/** @param label Names the group; once on a page. */
export function tabs(label: string, all: readonly Tab[]): Html {
  const group = slug(label);
  const buttons = all.map(
    ({ name }, index) =>
      html`<label><input type="radio" name="${group}"${index === 0 && html` checked`}> ${name}</label>`,
  );
  const panels = all.map(
    ({ name, body }) => html`<div class="panel" role="group" aria-label="${name}">${body}</div>`,
  );
  return html`<div class="tabs"><fieldset><legend>${label}</legend>${buttons}</fieldset>${panels}</div>`;
}
