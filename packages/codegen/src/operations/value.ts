// A value as TypeScript, as a person would write it.
import { tsString } from '../text.ts';

/** Stands for a file in a value. */
export const FILE: unique symbol = Symbol('a file');

/** What JSON knows, and files. */
export type Value = null | boolean | number | string | typeof FILE | Value[] | { [key: string]: Value };

const WIDTH = 100;

/** The first line without its indent, the others with it. */
export function tsValue(value: Value, indent = ''): string {
  const line = onOneLine(value);
  if (typeof value !== 'object' || value === null || line.length + indent.length <= WIDTH) return line;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const members = Array.isArray(value)
    ? value.map((one) => tsValue(one, inner))
    : Object.entries(value).map(([key, one]) => `${tsKey(key)}: ${tsValue(one, inner)}`);
  return `${open}\n${members.map((member) => `${inner}${member},\n`).join('')}${indent}${close}`;
}

function onOneLine(value: Value): string {
  if (value === FILE) return "new Blob(['the bytes of a file'])";
  if (typeof value === 'string') return tsString(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, one]) => `${tsKey(key)}: ${onOneLine(one)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** `__proto__` would set a prototype. */
function tsKey(key: string): string {
  if (key === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : tsString(key);
}
