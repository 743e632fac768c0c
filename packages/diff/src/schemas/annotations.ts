// Compares what a schema says about itself without restricting types: documentation, defaults, readOnly, deprecation.
import type { Json, JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import type { Kind } from '../policy.ts';
import { canonical, showChange } from '../words.ts';
import type { Compared } from './compare.ts';
import type { View } from './view.ts';

export interface DocumentationChange {
  key: string;
  words: string;
}

/** What is only ever read by people: description, summary, examples and their like. */
export function compareDocumentation(before: JsonObject, after: JsonObject): DocumentationChange[] {
  const [old, now] = [withOneExampleSpelling(before), withOneExampleSpelling(after)];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
  return keys
    .filter((key) => canonical(old[key]) !== canonical(now[key]))
    .map((key) => ({ key, words: documentationWords(key, old[key], now[key]) }));
}

const SWITCHES: [keyword: string, on: Kind, off: Kind][] = [
  ['readOnly', 'became-read-only', 'stopped-being-read-only'],
  ['writeOnly', 'became-write-only', 'stopped-being-write-only'],
  ['deprecated', 'deprecated', 'deprecated'],
];

export function compareAnnotations(before: View, after: View, { changes }: Compared): void {
  const pointer = (keyword: string) => after.origin.get(keyword) ?? before.origin.get(keyword) ?? after.home;
  const { default: oldDefault, readOnly: _r, writeOnly: _w, deprecated: _d, ...old } = before.annotations;
  const { default: newDefault, readOnly: _R, writeOnly: _W, deprecated: _D, ...now } = after.annotations;
  for (const [keyword, on, off] of SWITCHES) {
    const [was, is] = [before.annotations[keyword] === true, after.annotations[keyword] === true];
    if (was === is) continue;
    const words = `\`${keyword}\` ${is ? 'on' : 'off'}`;
    changes.push({ kind: is ? on : off, path: '', pointer: child(pointer(keyword), keyword), words });
  }
  if (canonical(oldDefault) !== canonical(newDefault)) {
    const words = `\`default\` ${showChange(oldDefault, newDefault)}`;
    changes.push({ kind: 'default-changed', path: '', pointer: child(pointer('default'), 'default'), words });
  }
  const documentation = Map.groupBy(compareDocumentation(old, now), ({ key }) => pointer(key));
  for (const [at, list] of documentation) {
    const words = list.map((one) => one.words).join('; ');
    changes.push({ kind: 'documentation-changed', path: '', pointer: at, words });
  }
}

/** 3.0's `example` and 3.1's `examples` say the same; a media type's named examples stay as they are. */
function withOneExampleSpelling({ example, examples, ...rest }: JsonObject): JsonObject {
  const list: Json[] = example === undefined ? [] : [example];
  if (Array.isArray(examples)) list.push(...examples);
  else if (examples !== undefined) list.push(examples);
  return list.length === 0 ? rest : { ...rest, examples: list };
}

function documentationWords(key: string, old: Json | undefined, now: Json | undefined): string {
  if (old === undefined) return `\`${key}\` added`;
  if (now === undefined) return `\`${key}\` removed`;
  return `\`${key}\` changed`;
}
