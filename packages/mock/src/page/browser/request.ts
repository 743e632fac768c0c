// What is filled in, and the request that it comes to: parameters are spelled as OpenAPI's `style` and `explode` say.

/** A parameter as it is filled in; a key to the API is one, too. */
export interface Filled {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  /** How its text is to be read: a list may be `a,b` or JSON, an object is JSON. */
  kind: 'text' | 'number' | 'list' | 'object';
  /** Empty for what goes as it is. */
  style: string;
  explode: boolean;
  /** Whether it proves who is asking. */
  isKey: boolean;
  text: string;
}

export interface Draft {
  method: string;
  /** As the document has it, with `{parameters}`. */
  path: string;
  parameters: Filled[];
  body?: { contentType: string; text: string };
}

export interface Ready {
  /** Path and query. */
  url: string;
  headers: Record<string, string>;
  cookies: [name: string, value: string][];
  body?: string;
}

type Value = string | unknown[] | Record<string, unknown>;

/** What HTTP allows as a header's name; others can't be sent. */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

const SEPARATORS: Record<string, string> = { spaceDelimited: ' ', pipeDelimited: '|' };

export function requestOf({ method, path, parameters, body }: Draft): Ready {
  const of = (place: Filled['in']) => parameters.filter((one) => one.in === place && one.text !== '');
  const byName = new Map(parameters.filter((one) => one.in === 'path').map((one) => [one.name, one]));
  const filled = path.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const parameter = byName.get(name);
    return parameter ? inPath(parameter) : whole;
  });
  const query = of('query')
    .flatMap(inQuery)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`);
  const headers = of('header').filter(({ name }) => TOKEN.test(name));
  const sent = body !== undefined && body.text !== '' && !/^(?:get|head)$/i.test(method) ? body : undefined;
  return {
    url: query.length === 0 ? filled : `${filled}?${query.join('&')}`,
    headers: {
      ...Object.fromEntries(headers.map((one) => [one.name, inText(one)])),
      ...(sent && { 'content-type': sent.contentType }),
    },
    cookies: of('cookie').flatMap(inQuery),
    ...(sent && { body: sent.text }),
  };
}

/** As JSON has it, where it does. */
export function typedValue({ text, kind }: Filled): unknown {
  if (kind === 'text') return text;
  const json = parsed(text);
  if (kind === 'list')
    return Array.isArray(json) ? json : text.split(',').map((item) => parsed(item) ?? item);
  return json ?? text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function read(parameter: Filled): Value {
  const { text, kind, style } = parameter;
  if (style === '') return text;
  if (kind === 'list') {
    const list = parsed(text);
    return Array.isArray(list) ? list : text.split(',').map((item) => item.trim());
  }
  const value = kind === 'object' ? parsed(text) : undefined;
  return typeof value === 'object' && value !== null ? (value as Value) : text;
}

function inQuery(parameter: Filled): [string, string][] {
  const { name, style, explode } = parameter;
  const value = read(parameter);
  if (typeof value === 'string') return [[name, value]];
  if (Array.isArray(value)) {
    const items = value.map(textOf);
    return explode ? items.map((item) => [name, item]) : [[name, items.join(SEPARATORS[style] ?? ',')]];
  }
  const members = Object.entries(value).map(([key, one]): [string, string] => [key, textOf(one)]);
  if (style === 'deepObject') return members.map(([key, one]) => [`${name}[${key}]`, one]);
  return explode ? members : [[name, members.flat().join(SEPARATORS[style] ?? ',')]];
}

function inPath(parameter: Filled): string {
  const { name, style, explode } = parameter;
  if (style === 'label') return `.${listed(parameter, explode ? '.' : ',', encode)}`;
  if (style !== 'matrix') return listed(parameter, ',', encode);
  const value = read(parameter);
  if (explode && typeof value !== 'string') {
    return inQuery(parameter)
      .map(([key, one]) => `;${encode(key)}=${encode(one)}`)
      .join('');
  }
  return `;${encode(name)}=${listed(parameter, ',', encode)}`;
}

function inText(parameter: Filled): string {
  return listed(parameter, ',', (text) => text);
}

function listed(parameter: Filled, separator: string, write: (text: string) => string): string {
  const value = read(parameter);
  if (typeof value === 'string') return write(value);
  if (Array.isArray(value)) return value.map((item) => write(textOf(item))).join(separator);
  const sign = parameter.explode ? '=' : separator;
  return Object.entries(value)
    .map(([key, one]) => `${write(key)}${sign}${write(textOf(one))}`)
    .join(separator);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Of half a surrogate pair there is no UTF-8. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}
