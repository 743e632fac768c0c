// A fetch that tells what goes through it, without the key that it learns from the request itself.
import { fieldsOf } from '../fields.ts';
import { API_KEY_HEADER } from '../generated/document.ts';
import type { Fetch } from '../options.ts';
import { createRedactor } from '../transport/redaction.ts';
import { takesRequest } from '../transport/request.ts';
import type { LogLevel } from './level.ts';

/** What is printed of a body, in characters. */
const SHOWN = 2000;

/** Headers whose values are credentials. */
const HIDDEN = new RegExp(`^(${API_KEY_HEADER}|.*(authorization|cookie|secret|token|api[-_]?key).*)$`, 'i');

interface Watching {
  fetch: Fetch | undefined;
  print(level: LogLevel, line: string): void;
  isDebug: boolean;
}

/** Sends by `fetch`; prints what gets no answer, and at `debug` headers and bodies. */
export function watchedFetch({ fetch: given, print, isDebug }: Watching): Fetch {
  return async (input, init) => {
    const fetch = given ?? globalThis.fetch;
    const headers = new Headers(init?.headers ?? (fieldsOf(input).headers as Headers | undefined));
    const { text } = createRedactor(headers.get(API_KEY_HEADER) ?? '');
    const method = init?.method ?? fieldsOf(input).method ?? 'GET';
    const name = `${method} ${text(`${fieldsOf(input).url ?? input}`)}`;
    const show = (what: string, all: Headers, body: string): void =>
      print('debug', `${name}: ${what} ${shownHeaders(all, text)} ${printable(text(body).slice(0, SHOWN))}`);
    if (isDebug) show('sends', headers, shownBody(init?.body));
    try {
      const response = await fetch(takesRequest(fetch) ? new Request(input, init) : input, init);
      if (isDebug) {
        const copy = response.clone();
        beginningOf(copy.body).then(
          (body) => show(`answers ${copy.status}`, copy.headers, body),
          () => {},
        );
      }
      return response;
    } catch (error) {
      const { message, code } = fieldsOf(fieldsOf(error).cause ?? error);
      print('warn', `${name}: no answer: ${printable(text(`${message || code}`))}`);
      throw error;
    }
  };
}

function shownHeaders(headers: Headers, text: (text: string) => string): string {
  const shown = [...headers].map(([name, value]) => [name, HIDDEN.test(name) ? '[hidden]' : text(value)]);
  return printable(JSON.stringify(Object.fromEntries(shown)));
}

/** A body as text, or what it is. */
function shownBody(body: BodyInit | null | undefined): string {
  if (body == null) return '';
  if (typeof body === 'string' || body instanceof URLSearchParams) return `${body}`;
  if (body instanceof ArrayBuffer) return new TextDecoder().decode(body);
  return Object.prototype.toString.call(body);
}

/** No more of a body than is shown, so that one without end is no matter. The rest is let go. */
async function beginningOf(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (reader && text.length < 2 * SHOWN) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
  }
  await reader?.cancel();
  return text;
}

/** In one line, and nothing that a terminal would obey. */
function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
