// Reads a request's body, and no more of it than a receiver wants to hold.
import { bytesOfBody, concat, type RawBody } from './signature.ts';
import { headerOf, type WebhookHeaders } from './verify.ts';

/** The chunks of a body, as the iterators of Node's streams and the readers of Web streams give them. */
export interface Chunks {
  next(): Promise<{ done?: boolean | undefined; value?: RawBody | undefined }>;
  /** No more of them is wanted. */
  cancel?(): unknown;
}

/**
 * @throws RangeError with `statusCode` 413 when the body is longer than `max`: unread when `Content-Length` says so, otherwise
 * without reading on
 */
export async function readUpTo(max: number, headers: WebhookHeaders, chunks: Chunks): Promise<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let left = Number(headerOf(headers, 'Content-Length')) > max ? -1 : max;
  for (;;) {
    if (left < 0) {
      const error = new RangeError(`The body is longer than ${max} bytes`);
      throw Object.assign(error, { statusCode: 413, code: 'too_large' });
    }
    const chunk = await chunks.next();
    if (chunk.done) return concat(parts);
    const part = bytesOfBody(chunk.value as RawBody);
    left -= part.length;
    if (left < 0) await chunks.cancel?.();
    parts.push(part);
  }
}

/** A body that is there as a whole. */
export function singleChunk(value: RawBody): Chunks {
  const chunks = [value];
  return { next: async () => ({ done: !chunks[0], value: chunks.pop() }) };
}
