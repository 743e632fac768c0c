// Fields as a table.

import { type Html, html } from '@agentsource/openapi/html';
import type { Json } from '@agentsource/openapi/json';
import { inlineMarkdown, markdown } from '../markdown.ts';
import type { Field } from './fields.ts';

/** Longer values would hide what they are values of. */
const LONGEST = 300;
const MOST_VALUES = 40;

/** @param label What the table is of, for those who don't see it. */
export function fieldTable(label: string, fields: readonly Field[]): Html {
  return html`<div class="table" role="region" aria-label="${label}" tabindex="0"><table class="fields">
<thead><tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">What it is</th></tr></thead>
<tbody>${fields.map(fieldRow)}</tbody></table></div>`;
}

function fieldRow(field: Field): Html {
  const required = field.isRequired ? html`<span class="required">required</span>` : '';
  const deprecated = field.isDeprecated ? html`<span class="deprecated">deprecated</span>` : '';
  return html`<tr><th scope="row"><code>${breakable(field.name)}</code>${required}${deprecated}</th>
<td><code>${field.type}</code></td><td>${saidOf(field)}</td></tr>
`;
}

/** A long name may go on in the next line behind a dot or an underscore. */
function breakable(name: string): Html[] {
  return name.split(/(?<=[._\]])/).map((part) => html`${part}<wbr>`);
}

function saidOf({ description, constraints, type, values, default: standard, example }: Field): Html[] {
  const each = type.endsWith('[]') ? 'Each one of' : 'One of';
  // The column beside it says so.
  const asked = type.startsWith('integer') ? constraints.replace(/^an integer(?:; )?/, '') : constraints;
  const words = asked.charAt(0).toUpperCase() + asked.slice(1);
  const parts: (Html | undefined)[] = [
    description === '' ? undefined : markdown(description).html,
    words === '' ? undefined : html`<p class="constraints">${inlineMarkdown(words)}</p>`,
    values.length === 0 ? undefined : html`<p>${values.length > 1 ? each : 'Always'} ${listed(values)}</p>`,
    standard === undefined ? undefined : html`<p>Default ${code(standard)}</p>`,
    example === undefined || values.length > 0 ? undefined : html`<p>Example ${code(example)}</p>`,
  ];
  return parts.filter((part) => part !== undefined);
}

function listed(values: readonly Json[]): Html[] {
  const shown = values
    .slice(0, MOST_VALUES)
    .map((value, index) => html`${index > 0 ? ', ' : ''}${code(value)}`);
  return values.length > MOST_VALUES ? [...shown, html` and ${values.length - MOST_VALUES} more`] : shown;
}

function code(value: Json): Html {
  const text = typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
  return html`<code>${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}</code>`;
}
