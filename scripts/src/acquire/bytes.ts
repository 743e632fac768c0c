// Reads a source's bytes up to a limit and decodes them: UTF-8 or nothing.
import { UnreadableError } from '@agentsource/openapi/errors';
import { LIMITS } from '@agentsource/openapi/limits';

const SIZE_LIMIT = LIMITS.bytes;

/** Everything from a stream, or an UnreadableError as soon as it proves too large. */
export async function readLimited(stream: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > SIZE_LIMIT) throw tooLarge(name);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function tooLarge(name: string): UnreadableError {
  return new UnreadableError(
    `${name}: larger than ${SIZE_LIMIT / 1e6} MB, which no OpenAPI document or page of this API is`,
  );
}

/** A leading byte order mark stays in the text, so that the text stays the same bytes. */
export function decodeUtf8(bytes: Uint8Array, name: string): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new UnreadableError(`${name}: it is UTF-16; save it as UTF-8`);
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0)
    throw new UnreadableError(`${name}: a NUL byte at offset ${nul}; it is binary, UTF-16 or UTF-32`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UnreadableError(`${name}: it is not valid UTF-8; save it as UTF-8`);
  }
}
