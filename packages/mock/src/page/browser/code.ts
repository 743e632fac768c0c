// The request as code: for a shell, with our client, and with fetch for the documents of others. Every word of it that came from the
// document or was filled in is a literal.
import { type Draft, type Filled, type Ready, requestOf, typedValue } from './request.ts';

/** For a POSIX shell. */
export function curl(draft: Draft, origin: string): string {
  const { url, headers, cookies, body } = requestOf(draft);
  return [
    `curl -X ${shellWord(draft.method)} ${shellWord(origin + url)}`,
    ...Object.entries(headersOf(headers, cookies)).map(
      ([name, value]) => `-H ${shellWord(`${name}: ${value}`)}`,
    ),
    ...(body === undefined ? [] : [`--data-raw ${shellWord(body)}`]),
  ].join(' \\\n  ');
}

/** With `@agentsource/client`. */
export function clientCode(draft: Draft, origin: string): string {
  const { parameters, body } = draft;
  const key = parameters.find(({ isKey }) => isKey);
  const options = key
    ? `{ apiKey: ${literal(key.text)}, baseUrl: ${literal(origin)} }`
    : `{ baseUrl: ${literal(origin)} }`;
  const params = Object.fromEntries(
    (['path', 'query', 'header', 'cookie'] as const).flatMap((place) => {
      const filled = parameters.filter((one) => one.in === place && !one.isKey && one.text !== '');
      return filled.length === 0 ? [] : [[place, Object.fromEntries(filled.map(entry))]];
    }),
  );
  const init = {
    ...(Object.keys(params).length > 0 && { params }),
    ...(body !== undefined && requestOf(draft).body !== undefined && { body: bodyOf(body.text) }),
  };
  const more = Object.keys(init).length === 0 ? '' : `, ${literal(init)}`;
  return `import { createClient, unwrap } from '@agentsource/client';

const client = createClient(${options});
const data = await unwrap(client.${draft.method}(${literal(draft.path)}${more}));
console.log(data);`;
}

/** With what every JavaScript runtime has. */
export function fetchCode(draft: Draft, origin: string): string {
  const { url, headers, cookies, body } = requestOf(draft);
  const init = {
    method: draft.method,
    headers: headersOf(headers, cookies),
    ...(body !== undefined && { body }),
  };
  return `const response = await fetch(${literal(origin + url)}, ${literal(init)});
console.log(response.status, await response.text());`;
}

function headersOf(headers: Ready['headers'], cookies: Ready['cookies']): Record<string, string> {
  if (cookies.length === 0) return headers;
  return { ...headers, cookie: cookies.map(([name, value]) => `${name}=${value}`).join('; ') };
}

function entry(filled: Filled): [string, unknown] {
  return [filled.name, typedValue(filled)];
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** JSON is JavaScript, but for a member that sets the prototype; names that need no quotes have none. */
function literal(value: unknown, indent = ''): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const members = Array.isArray(value)
    ? value.map((item) => literal(item, inner))
    : Object.entries(value).map(([name, one]) => `${nameOf(name)}: ${literal(one, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  if (members.length === 0) return `${open}${close}`;
  const line = `${open} ${members.join(', ')} ${close}`;
  if (line.length <= 60 && !line.includes('\n'))
    return Array.isArray(value) ? `[${members.join(', ')}]` : line;
  return `${open}\n${members.map((member) => `${inner}${member},\n`).join('')}${indent}${close}`;
}

function nameOf(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
}

function quoted(text: string): string {
  const json = JSON.stringify(text).slice(1, -1);
  // Control characters that JSON leaves as they are, and such as turn the direction of what is read.
  return `'${json
    .replaceAll('\\"', '"')
    .replaceAll("'", "\\'")
    .replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}'`;
}

const UNSEEN = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** In single quotes nothing means anything to a shell but the quote itself. */
function shellWord(text: string): string {
  return /^[\w./:=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
