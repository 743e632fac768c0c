// From what was typed to the request: parameters, and a body of --body with the options of its fields over it.
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { CommandError } from '../exit-codes.ts';
import { whyNot } from '../file-errors.ts';
import type { Terminal } from '../terminal.ts';
import type { Operation, OperationOption } from './operation.ts';
import { readValue } from './values.ts';

/** The texts that each option was given. */
export type Given = ReadonlyMap<OperationOption, readonly (string | null)[]>;

export interface OperationRequest {
  params: Record<'path' | 'query' | 'header' | 'cookie', Record<string, unknown>>;
  body?: unknown;
}

/** @param body of `--body`: `@file`, `-`, or the text itself. */
export async function requestOf(
  operation: Operation,
  given: Given,
  body: string | undefined,
  terminal: Terminal,
): Promise<OperationRequest> {
  const request: OperationRequest = { params: { path: {}, query: {}, header: {}, cookie: {} } };
  if (body !== undefined) request.body = await bodyOf(operation, body, terminal);
  const fields: [string, unknown][] = [];
  for (const [option, texts] of given) {
    const value = await readValue(option, texts);
    if (option.in === 'body') fields.push([option.name, value]);
    else set(request.params[option.in], option.name, value);
  }
  if (fields.length === 0) return request;
  request.body ??= {};
  if (typeof request.body !== 'object' || request.body === null || Array.isArray(request.body)) {
    throw new CommandError('--body is no JSON object, so no field of it can be set by an option');
  }
  const object = request.body as Record<string, unknown>;
  for (const [name, value] of fields) set(object, name, value);
  return request;
}

/** Also what is called `__proto__`. */
function set(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
}

async function bodyOf({ body }: Operation, given: string, terminal: Terminal): Promise<unknown> {
  const bytes = await bytesOf(given, terminal);
  if (body?.kind === 'bytes') return new Blob([bytes]);
  const text = new TextDecoder().decode(bytes);
  if (body?.kind === 'text') return text;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandError(`--body is not JSON: ${(error as Error).message}`);
  }
}

async function bytesOf(given: string, terminal: Terminal): Promise<Uint8Array<ArrayBuffer>> {
  if (given === '-' || given === '@-') return new Uint8Array(await buffer(terminal.stdin));
  if (!given.startsWith('@')) return new TextEncoder().encode(given);
  const path = given.slice(1);
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    throw new CommandError(`--body: ${path} can't be read: ${whyNot(error)}`);
  }
}
