// What a person names as a source, turned into the bytes behind it: a path, a URL, a directory of pages, or "-".
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UnreadableError } from '@agentsource/openapi/errors';
import { decodeUtf8, readLimited } from './bytes.ts';
import { fetchBytes, publicName } from './url.ts';

export interface Input {
  /** How messages call it: as it was typed. */
  name: string;
  /** Where it came from, fit to be committed: a URL, or a bare file name. */
  from: string;
  bytes: Uint8Array;
  text: string;
}

export async function readInputs(sources: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = [];
  // One after the other: an error names the first source that is broken, the same one every time.
  for (const source of sources) inputs.push(...(await readSource(source)));
  return inputs;
}

async function readSource(source: string): Promise<Input[]> {
  if (source === '-')
    return [input('standard input', 'standard input', await readLimited(process.stdin, 'standard input'))];
  if (/^https?:\/\//i.test(source) && URL.canParse(source)) {
    const url = new URL(source);
    return [input(publicName(url), publicName(url), await fetchBytes(url))];
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(source)) {
    throw new UnreadableError(`${source}: not a source; only http and https URLs are fetched`);
  }
  return isDirectory(source) ? await readDirectory(source) : [await readFile(source)];
}

async function readDirectory(directory: string): Promise<Input[]> {
  const pages = readdirSync(directory)
    .filter((file) => file.endsWith('.md'))
    .sort();
  if (pages.length === 0) throw new UnreadableError(`${directory}: a directory without a page (*.md) in it`);
  return await readInputs(pages.map((page) => join(directory, page)));
}

async function readFile(path: string): Promise<Input> {
  try {
    return input(path, basename(path), await readLimited(createReadStream(path), path));
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw unreadable(path, error);
  }
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): UnreadableError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new UnreadableError(`${path}: ${code === 'ENOENT' ? 'no such file or directory' : message}`);
}

function input(name: string, from: string, bytes: Uint8Array): Input {
  return { name, from, bytes, text: decodeUtf8(bytes, name) };
}
