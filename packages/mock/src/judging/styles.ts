// The styles of OpenAPI, by which lists and objects are spelled as text: what a text may stand for, in each of them.
import type { Field } from '../declared/parameters.ts';

/** What came with a request: names and texts, the texts still encoded as they were. */
export type Pairs = readonly (readonly [name: string, text: string])[];

type Decode = (text: string) => string;

export interface Sought {
  field: Field;
  decode: Decode;
  types: { array: boolean; object: boolean };
  /** Names of the fields that may be an object's properties. */
  properties: readonly string[];
}

export type Value = string | Value[] | { [name: string]: Value };

/** All that the texts of this name may stand for, the likeliest first; none when there is nothing of it. */
export function readPairs(pairs: Pairs, { field, decode, types, properties }: Sought): Value[] {
  const { name, style, explode } = field;
  const texts = pairs.filter(([key]) => key === name).map(([, text]) => text);
  // No style spells it: the text is what its media type says.
  if (field.mediaType !== undefined) return texts.map(decode);
  const readings: Value[] = [];
  if (types.object && style === 'deepObject') readings.push(...deepObject(pairs, name, decode));
  if (types.object && style === 'form' && explode) readings.push(...objectOf(pairs, properties, decode));
  if (texts.length === 0) return readings;
  if (types.array) readings.push(...lists(texts, field, decode));
  if (types.object && !explode && style !== 'deepObject')
    readings.push(...objects(texts[0] as string, decode));
  const decoded = texts.map(decode);
  // Given twice, what is no list is none of its values.
  return [...readings, decoded.length === 1 ? (decoded[0] as string) : decoded];
}

/** All that one text may stand for in a path or a header: by the styles `simple`, `label` and `matrix`. */
export function readText(text: string, { field, decode, types }: Sought): Value[] {
  const { name, style, explode } = field;
  if (field.mediaType !== undefined) return [decode(text)];
  const bare = withoutPrefix(text, style, name);
  if (bare === undefined) return [];
  const separator = explode && style === 'label' ? '.' : explode && style === 'matrix' ? ';' : ',';
  const parts = bare === '' ? [] : bare.split(separator);
  const readings: Value[] = [];
  if (types.array)
    readings.push(parts.map((part) => decode(style === 'matrix' ? part.replace(`${name}=`, '') : part)));
  if (types.object) readings.push(explode ? assigned(bare, separator, decode) : alternating(parts, decode));
  return [...readings, decode(style === 'matrix' ? bare.replace(`${name}=`, '') : bare)];
}

function withoutPrefix(text: string, style: string | undefined, name: string): string | undefined {
  if (style === 'label') return text.startsWith('.') ? text.slice(1) : undefined;
  if (style !== 'matrix') return text;
  if (!text.startsWith(';')) return undefined;
  return text.startsWith(`;${name}=`) && !text.includes(';', 1) ? text.slice(name.length + 2) : text.slice(1);
}

const SEPARATORS: Record<string, RegExp> = { spaceDelimited: /%20|\+| /, pipeDelimited: /%7C|\|/i };

/** A name that is repeated, or items with something between them, which some clients encode as well. */
function lists(texts: readonly string[], { style = '', explode }: Field, decode: Decode): Value[] {
  if (explode || style === 'deepObject') return [texts.map(decode)];
  const separator = SEPARATORS[style];
  if (separator) return [texts.flatMap((text) => text.split(separator).map(decode))];
  return [
    texts.flatMap((text) => text.split(',').map(decode)),
    texts.flatMap((text) => decode(text).split(',')),
  ];
}

/** `a,1,b,2` */
function objects(text: string, decode: Decode): Value[] {
  return [alternating(text.split(','), decode), alternating(decode(text).split(','), (part) => part)];
}

function alternating(parts: readonly string[], decode: Decode): Value {
  const entries: [string, string][] = [];
  for (let i = 0; i < parts.length; i += 2)
    entries.push([decode(parts[i] ?? ''), decode(parts[i + 1] ?? '')]);
  return Object.fromEntries(entries);
}

/** `a=1,b=2` */
function assigned(text: string, separator: string, decode: Decode): Value {
  const entries = text.split(separator).map((part) => {
    const [name = '', ...value] = part.split('=');
    return [decode(name), decode(value.join('='))];
  });
  return Object.fromEntries(entries);
}

/** `a=1&b=2`: an object whose properties are fields of their own. */
function objectOf(pairs: Pairs, properties: readonly string[], decode: Decode): Value[] {
  const own = pairs.filter(([key]) => properties.includes(key));
  return own.length === 0 ? [] : [grouped(own, decode)];
}

/** `name[a]=1&name[b][c]=2`; a property that is repeated is a list. */
function deepObject(pairs: Pairs, name: string, decode: Decode): Value[] {
  const value: { [key: string]: Value } = {};
  for (const [key, text] of pairs) {
    if (!key.startsWith(`${name}[`) || !key.endsWith(']')) continue;
    const path = key.slice(name.length + 1, -1).split('][');
    const isList = path.at(-1) === '';
    if (isList) path.pop();
    let holder = value;
    for (const step of path.slice(0, -1)) {
      const inner = Object.hasOwn(holder, step) ? holder[step] : undefined;
      holder = define(holder, step, typeof inner === 'object' && !Array.isArray(inner) ? inner : {});
    }
    const last = path.at(-1) ?? '';
    const known = Object.hasOwn(holder, last) ? holder[last] : undefined;
    define(holder, last, known === undefined && !isList ? decode(text) : [known ?? [], decode(text)].flat());
  }
  return Object.keys(value).length === 0 ? [] : [value];
}

/** Also where the name is `__proto__`. */
function define<T extends Value>(holder: { [key: string]: Value }, name: string, value: T): T {
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
  return value;
}

/** The texts by their names; lists of those that are repeated. */
function grouped(pairs: Pairs, decode: Decode): { [name: string]: Value } {
  const groups = new Map<string, string[]>();
  for (const [name, text] of pairs) groups.set(name, [...(groups.get(name) ?? []), decode(text)]);
  return Object.fromEntries(
    [...groups].map(([name, texts]) => [name, texts.length === 1 ? (texts[0] as string) : texts]),
  );
}

/** Percent-encoding; what is none stays as it is. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** As queries and forms have it. */
export function formDecoded(text: string): string {
  return percentDecoded(text.replaceAll('+', ' '));
}

/** The names decoded, the texts as they are. */
export function pairsOf(query: string): Pairs {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...text] = pair.split('=');
      return [formDecoded(name), text.join('=')];
    });
}

/** As the header `Cookie` has them: `a=1; b=2`. */
export function cookiesOf(header = ''): Pairs {
  return header.split(';').flatMap((pair) => {
    const [name = '', ...text] = pair.trim().split('=');
    return name === '' ? [] : [[name, text.join('=')] as const];
  });
}
