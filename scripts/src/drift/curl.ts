// Reads what a cURL command on a documentation page would send.
import { parseArgs } from 'node:util';

export interface CurlCall {
  method: string;
  url: string;
  /** Names in lower case. */
  headers: Map<string, string>;
  body: string | undefined;
}

/** A word of a shell command: bare, quoted, escaped, or any of them joined. */
const WORD = /(?:[^\s'"\\]|'[^']*'|"(?:[^"\\]|\\[\s\S])*"|\\[\s\S])+/g;
const PIECE = /'(?<single>[^']*)'|"(?<double>(?:[^"\\]|\\[\s\S])*)"|\\(?<escaped>[\s\S])|(?<bare>[^'"\\]+)/g;

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;
const OPTIONS = {
  request: { ...text, short: 'X' },
  url: text,
  header: { ...texts, short: 'H' },
  data: { ...texts, short: 'd' },
  'data-raw': texts,
  'data-binary': texts,
  'data-ascii': texts,
  json: texts,
  // Named so that their values are not taken for the URL.
  user: { ...text, short: 'u' },
  'user-agent': { ...text, short: 'A' },
  output: { ...text, short: 'o' },
  'max-time': { ...text, short: 'm' },
  cookie: { ...text, short: 'b' },
} as const;

/** The calls of every `curl` in a shell snippet. */
export function curlCalls(snippet: string): CurlCall[] {
  const words = [...snippet.replaceAll(/\\\r?\n/g, ' ').matchAll(WORD)].map(([word]) => word);
  const starts = words.flatMap((word, index) => (word === 'curl' ? [index] : []));
  return starts.map((start, index) => parseCall(words.slice(start + 1, starts[index + 1]).map(unquote)));
}

function parseCall(args: string[]): CurlCall {
  const { values, positionals } = parseArgs({
    args,
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
  });
  const list = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
  const data = ['data', 'data-raw', 'data-binary', 'data-ascii', 'json'].flatMap((name) =>
    list(values[name as keyof typeof values]),
  );
  const headers = list(values.header).map((header) => {
    const colon = header.indexOf(':');
    return [header.slice(0, colon).trim().toLowerCase(), header.slice(colon + 1).trim()] as const;
  });
  if (values.json !== undefined) headers.unshift(['content-type', 'application/json']);
  return {
    method: String(values.request ?? (data.length > 0 ? 'POST' : 'GET')).toUpperCase(),
    url: String(values.url ?? positionals.find((word) => word.includes('/')) ?? ''),
    headers: new Map(headers),
    body: data.length > 0 ? data.join('&') : undefined,
  };
}

function unquote(word: string): string {
  return word.replaceAll(PIECE, (...match) => {
    const { single, double, escaped, bare } = match.at(-1) as Record<string, string | undefined>;
    return single ?? double?.replaceAll(/\\(["\\$`])/g, '$1') ?? escaped ?? bare ?? '';
  });
}
