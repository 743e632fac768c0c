// JSON Pointer (RFC 6901): how every message and report of the pipeline names a place.
import type { Json } from './json.ts';

export function child(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

export function pointerOf(keys: readonly (string | number)[]): string {
  return keys.reduce<string>((pointer, key) => child(pointer, key), '');
}

export function keysOf(pointer: string): string[] {
  return pointer
    .replace(/^#/, '')
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at a pointer (`/a/b` or `#/a/b`), or undefined when there is none. */
export function get(document: Json, pointer: string): Json | undefined {
  let value: Json | undefined = document;
  for (const key of keysOf(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, Json>)[key];
  }
  return value;
}
