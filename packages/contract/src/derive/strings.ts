// Strings that satisfy a schema: of a format, of a pattern, of a length. Deterministic.

import type { JsonObject } from '@agentsource/openapi/json';
import fc from 'fast-check';
import { LIMITS } from './limits.ts';
import { shortestMatch, withoutLookarounds } from './pattern.ts';

const OF_FORMAT: Record<string, (index: number) => string> = {
  'date-time': (index) => `2026-01-${String((index % 28) + 1).padStart(2, '0')}T03:04:05Z`,
  date: (index) => `2026-01-${String((index % 28) + 1).padStart(2, '0')}`,
  time: (index) => `03:04:${String(index % 60).padStart(2, '0')}Z`,
  email: (index) => `person${index}@example.com`,
  uri: (index) => `https://example.com/${index}`,
  hostname: (index) => `host${index}.example.com`,
  ipv4: (index) => `192.0.2.${index % 256}`,
  ipv6: (index) => `2001:db8::${(index % 65536).toString(16)}`,
  uuid: (index) => `1d3f0c52-6b7e-4c1a-9f0d-${String(index).padStart(12, '0')}`,
};

const SEED = 1;
/** Texts of which some may satisfy a pattern. */
const TRIED = 20;

/** Up to `count` candidates, the plainest first; whether each one satisfies the schema is for the caller to check. */
export function stringsFor(schema: JsonObject, count: number): string[] {
  const { pattern, format, minLength, maxLength } = schema;
  if (typeof pattern === 'string') return matching(pattern, count);
  const ofFormat = typeof format === 'string' ? OF_FORMAT[format] : undefined;
  const least = typeof minLength === 'number' ? minLength : 0;
  if (least > LIMITS.characters) return [];
  const most = typeof maxLength === 'number' ? maxLength : Number.POSITIVE_INFINITY;
  return Array.from({ length: count }, (_, index) => {
    const plain = ofFormat?.(index) ?? `text${index}`;
    return ofFormat ? plain : fit(plain, least, most, index);
  });
}

/** Exactly `length` characters, tried in several ways, for the two sides of a length's boundary. */
export function stringsOfLength(schema: JsonObject, base: string, length: number): string[] {
  if (length > LIMITS.characters) return [];
  const characters = [...base];
  const last = characters.at(-1) ?? 'x';
  const middle = characters[Math.floor(characters.length / 2)] ?? 'x';
  const stretch = (filler: string, at: number) => {
    const missing = Math.max(0, length - characters.length);
    return [
      ...characters.slice(0, at),
      ...Array<string>(missing).fill(filler),
      ...characters.slice(at),
    ].slice(0, length);
  };
  const candidates = [
    stretch(last, characters.length),
    stretch('a', characters.length),
    stretch(middle, Math.floor(characters.length / 2)),
    stretch('a', 0),
  ].map((list) => list.join(''));
  const { pattern } = schema;
  const fromPattern =
    typeof pattern === 'string' ? matching(pattern, 50).filter((text) => [...text].length === length) : [];
  return [...new Set([...candidates, ...fromPattern])];
}

/** What nearly matches: the usual ways in which a pattern is changed or dropped show in one of these. */
export function nearMisses(base: string): string[] {
  return [
    ...new Set([
      `${base}!`,
      `!${base}`,
      base.slice(0, -1),
      `${base}${base.slice(-1) || 'x'}`,
      otherCase(base),
      '',
    ]),
  ].filter((text) => text !== base);
}

/** In capitals, or in small letters what is in capitals already. */
export function otherCase(text: string): string {
  return text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
}

function matching(pattern: string, count: number): string[] {
  if (shortestMatch(pattern) > LIMITS.characters) return [];
  const sample = (source: string, numRuns: number) =>
    fc.sample(fc.stringMatching(new RegExp(source, 'u'), { size: '-1' }), { seed: SEED, numRuns });
  try {
    return sample(pattern, count);
  } catch {
    // fast-check takes no lookarounds.
    return withLookarounds(pattern, sample);
  }
}

/** Texts that match the rest, some of which may match the whole. */
function withLookarounds(pattern: string, sample: (source: string, numRuns: number) => string[]): string[] {
  try {
    return sample(withoutLookarounds(pattern), TRIED);
  } catch {
    // Backreferences and the like. Without a candidate the constraint is reported as without a case.
    return [];
  }
}

function fit(text: string, least: number, most: number, index: number): string {
  const marked = text.length < least ? `${'x'.repeat(least - text.length)}${text}` : text;
  if (marked.length <= most) return marked;
  return index.toString(36).padStart(Math.min(most, marked.length), 'x').slice(-most);
}
