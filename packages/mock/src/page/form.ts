// The form of an operation: what it takes, filled in with examples, so that it can be sent as it is.

import { type Html, html } from '@agentsource/openapi/html';
import { isJsonMediaType } from '@agentsource/openapi/media-type';
import { writeBody } from '../answering/bodies.ts';
import type { Operation } from '../declared/operations.ts';
import type { Parameter } from '../declared/parameters.ts';
import type { Content } from '../declared/responses.ts';
import { typesOf } from '../declared/schemas.ts';
import type { Responder } from '../responder.ts';
import type { Filled } from './browser/request.ts';
import { describe } from './fields.ts';

export function form(operation: Operation, responder: Responder): Html {
  const { parameters, body, method } = operation;
  const content = body?.contents.find(({ mediaType }) => isJsonMediaType(mediaType)) ?? body?.contents[0];
  const isSent = content && method !== 'get' && method !== 'head';
  return html`<form id="send" data-method="${method.toUpperCase()}" data-path="${operation.path}">
${keysOf(operation).map((key) => input(key, { hint: `${key.in}; any value will do`, required: false }))}
${parameters.map((parameter) => input(filled(parameter, responder), { hint: hintOf(parameter, responder), required: parameter.required }))}
${content && !isSent && html`<p class="note">It declares a body, which a browser can't send with ${method.toUpperCase()}.</p>`}
${isSent && textarea(content, responder)}
<p><label for="prefer">Answer</label>
<select id="prefer"><option value="">as the request deserves</option>${preferences(operation)}</select></p>
<p><button>Send</button></p>
</form>`;
}

/** What the first way in that the operation knows wants: any value will do. */
function keysOf({ security }: Operation): Filled[] {
  const plain = { kind: 'text', style: '', explode: false, isKey: true } as const;
  return (security[0] ?? []).flatMap(({ type, in: place, name, scheme }): Filled[] => {
    if (type === 'apiKey') return [{ ...plain, in: place as Filled['in'], name: String(name), text: 'any' }];
    if (type === 'mutualTLS') return [];
    const isBasic = String(scheme).toLowerCase() === 'basic';
    return [
      { ...plain, in: 'header', name: 'Authorization', text: isBasic ? 'Basic YW55OmFueQ==' : 'Bearer any' },
    ];
  });
}

function filled(parameter: Parameter, responder: Responder): Filled {
  const { name, style = '', explode, schema, example, required } = parameter;
  const types = schema === undefined ? undefined : typesOf(responder.document, schema);
  const kinds = {
    array: 'list',
    object: 'object',
    integer: 'number',
    number: 'number',
    boolean: 'number',
  } as const;
  const [kind = 'text' as const] = types?.has('string')
    ? []
    : Object.entries(kinds).flatMap(([type, one]) => (types?.has(type) ? [one] : []));
  const isFilled = required || example !== undefined;
  const value = isFilled ? responder.sample({ schema, example }) : '';
  const isList =
    Array.isArray(value) && value.every((item) => typeof item !== 'object' && !String(item).includes(','));
  const text = isList ? value.join(',') : typeof value === 'string' ? value : JSON.stringify(value);
  return { name, in: parameter.in, kind, style, explode, isKey: false, text };
}

function hintOf({ in: place, schema, description }: Parameter, responder: Responder): string {
  const {
    type,
    constraints,
    description: said,
  } = schema === undefined
    ? { type: '', constraints: [], description: undefined }
    : describe(responder, schema);
  return [[place, type, ...constraints].filter((part) => part !== '').join('; '), description ?? said ?? '']
    .filter((part) => part !== '')
    .join('. ');
}

function input(
  { name, text, in: place, kind, style, explode, isKey }: Filled,
  { hint, required }: { hint: string; required: boolean },
): Html {
  const id = `${place}-${encodeURIComponent(name.toWellFormed())}`;
  return html`<p><label for="${id}"><code>${name}</code>${required && html` <strong>required</strong>`}</label>
<input id="${id}" aria-describedby="${id}-hint" autocomplete="off" spellcheck="false" value="${text}"
data-name="${name}" data-in="${place}" data-kind="${kind}" data-style="${style}" data-explode="${String(explode)}" data-key="${String(isKey)}">
<small id="${id}-hint">${hint}</small></p>`;
}

function textarea(content: Content, responder: Responder): Html {
  const { text, contentType } = bodyOf(content, responder);
  const rows = Math.min(20, Math.max(3, text.split('\n').length));
  return html`<p><label for="body">Body</label> <small>${contentType}</small>
<textarea id="body" rows="${rows}" spellcheck="false" data-type="${contentType}">${`\n${text}`}</textarea></p>`;
}

/** A body as it is sent, JSON on lines of its own. */
function bodyOf(
  { mediaType, schema, examples }: Content,
  responder: Responder,
): { text: string; contentType: string } {
  const value = responder.sample({ schema, example: examples[0]?.value });
  if (isJsonMediaType(mediaType)) return { text: JSON.stringify(value, null, 2), contentType: mediaType };
  return writeBody(value, mediaType) ?? { text: '', contentType: mediaType };
}

/** Each of the answers that there are, by `Prefer`. */
function preferences({ responses }: Operation): Html[] {
  return responses.flatMap(({ code, contents }) => {
    if (!/^\d+$/.test(code)) return [];
    const names = [...new Set(contents.flatMap(({ examples }) => examples.map(({ key }) => key)))];
    const plain = html`<option value="code=${code}">${code}</option>`;
    // What would be read as more than a name is chosen by a program.
    const named = names.filter((name) => /^[\w.-]+$/.test(name) && names.length > 1);
    return [
      plain,
      ...named.map((name) => html`<option value="code=${code}, example=${name}">${code}, ${name}</option>`),
    ];
  });
}
