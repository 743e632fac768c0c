// A whole answer: read to its end, so that a half one is noticed while the call can still be repeated.
import { MalformedResponseError } from '../errors/malformed-response-error.ts';
import type { Call } from './call.ts';
import { answerError } from './call-error.ts';
import type { Reading } from './reading.ts';

/** An answer that has been read. */
export interface Answer {
  /** As it came; its body is used, unless `body` is its stream. */
  response: Response;
  /** As it was to be read, JSON still as text; what isn't a success, always as text, except for `createFetch`. */
  body: unknown;
}

// One for all: making one takes a microsecond.
const DECODER = new TextDecoder();

/**
 * The body of an answer, JSON still as text, and so what is to be dropped: a half answer is noticed there too.
 *
 * @throws {MalformedResponseError} as soon as it has more bytes than may be.
 */
export async function readBody(
  response: Response,
  reading: Reading,
  { maxResponseBytes = 2 ** 26, facts }: Pick<Call, 'maxResponseBytes' | 'facts'>,
): Promise<string | Blob | ArrayBuffer | Response['body']> {
  if (reading === 'stream') return response.body;
  const how = /^(blob|arr)/.test(reading) ? (reading as 'blob' | 'arrayBuffer') : 'text';
  const reader = response.body?.getReader();
  // Not every `fetch` gives a whole `Response`.
  if (!reader) return response[response[how] ? how : 'text']();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > maxResponseBytes) {
      reader.cancel().catch(() => {});
      throw answerError(
        MalformedResponseError,
        `the answer is larger than ${maxResponseBytes} bytes`,
        response,
        facts,
      );
    }
    chunks.push(value);
  }
  const blob = (): Blob => new Blob(chunks, { type: response.headers.get('Content-Type') ?? '' });
  // Most come in one piece, and decoding piece by piece takes Node longer.
  if (how === 'text') return DECODER.decode(chunks[1] ? await blob().arrayBuffer() : chunks[0]);
  return how === 'blob' ? blob() : blob().arrayBuffer();
}

/** An answer to be read again, by middleware or whoever takes a `fetch`. */
export function toResponse({ response, body }: Answer): Response {
  const { headers, status, statusText } = response;
  // The constructor takes less than a server may send: of the status text, of statuses, and no body with some of these.
  const text = /^[\t -~]*$/.test(statusText) ? statusText : '';
  const init = { headers, statusText: text, status: status > 199 && status < 600 ? status : 502 };
  const content = /^(204|205|304)$/.test(`${status}`) ? null : (body as BodyInit) || null;
  return Object.defineProperty(new Response(content, init), 'url', { value: response.url });
}
