// Strings that satisfy a schema: of a format, of a pattern, of a length. Deterministic.

import type { JsonObject } from '@agentsource/openapi/json';
import { textOfFormat } from '@agentsource/openapi/values/formats';
import { shortestMatch, textsMatching } from '@agentsource/openapi/values/matching';
import fc from 'fast-check';
import { LIMITS } from './limits.ts';
import { withoutLookarounds } from './pattern.ts';

const SEED = 1;
/** Texts of which some may satisfy a pattern. */
const TRIED = 20;

/** Candidates, the plainest first; whether each one satisfies the schema is for the caller to check. */
export function stringsFor(schema: JsonObject, count: number): string[] {
  const { pattern, format } = schema;
  const { least, most } = lengthsOf(schema);
  if (least > LIMITS.characters) return [];
  const ofFormat = Array.from({ length: count }, (_, index) => textOfFormat(format, index)).filter(
    (text) => text !== undefined,
  );
  if (typeof pattern === 'string') {
    const drawn = matching(pattern, count);
    const fitting = [...drawn, ...ofFormat].filter((text) => text.length >= least && text.length <= most);
    return [...new Set([...fitting, ...writtenFor(pattern, { least, most })])];
  }
  if (ofFormat.length > 0) return ofFormat.flatMap((text) => [text, ...stretched(text, least)]);
  return Array.from({ length: count }, (_, index) => fit(`text${index}`, least, most, index));
}

function lengthsOf({ minLength, maxLength }: JsonObject): { least: number; most: number } {
  return {
    least: typeof minLength === 'number' ? minLength : 0,
    most: typeof maxLength === 'number' ? maxLength : Number.POSITIVE_INFINITY,
  };
}

/** Longer ones of a format, some of which may still be of it: names grow at their beginning, addresses at their end. */
function stretched(text: string, least: number): string[] {
  const filler = 'x'.repeat(Math.max(0, least - text.length));
  return filler === '' ? [] : [filler + text, text + filler];
}

function writtenFor(pattern: string, { least, most }: { least: number; most: number }): readonly string[] {
  return textsMatching(pattern, { least, ...(most !== Number.POSITIVE_INFINITY && { most }) });
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
    typeof pattern === 'string'
      ? [...matching(pattern, 50), ...writtenFor(pattern, { least: length, most: length })].filter(
          (text) => [...text].length === length,
        )
      : [];
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
