// Which encoding a file is in, found by its content, and its text.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { CommandError } from '../exit-codes.ts';
import { whyNot } from '../file-errors.ts';

export interface Inspected {
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** Of all bytes, in hex. */
  sha256: string;
}

/** Bytes that are enough to know UTF-16 by. */
const SAMPLE = 4096;

/** Reads the whole file once. */
export async function inspect(path: string): Promise<Inspected> {
  const hash = createHash('sha256');
  const encoding = utf16(await start(path));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk);
    isUtf8 &&= decodes(decoder, chunk, true);
  }
  isUtf8 &&= decodes(decoder, new Uint8Array(), false);
  // What is neither is what spreadsheets write where nobody chose.
  return { encoding: encoding ?? (isUtf8 ? 'utf-8' : 'windows-1252'), sha256: hash.digest('hex') };
}

/** Without a byte order mark. */
export async function* textOf(path: string, { encoding }: Inspected): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function start(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(SAMPLE), 0, SAMPLE, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new CommandError(`${path} can't be read: ${whyNot(error)}`);
  }
}

/** By the mark; without one by the zeros that every second byte of ids and separators is. */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < bytes.length / 8) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function decodes(decoder: TextDecoder, chunk: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(chunk, { stream });
    return true;
  } catch {
    return false;
  }
}
