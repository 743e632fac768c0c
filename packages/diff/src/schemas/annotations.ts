// Compares what a schema says about itself without restricting types: documentation, defaults, readOnly, deprecation.
import type { Json, JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import type { Kind } from '../policy.ts';
import { canonical, showChange } from '../words.ts';
import { originOf, type SchemaChange } from './changes.ts';
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

export function compareAnnotations(before: View, after: View): SchemaChange[] {
  return [
    ...compareSwitches(before, after),
    ...compareDefault(before, after),
    ...compareTexts(before, after),
  ];
}

function compareSwitches(before: View, after: View): SchemaChange[] {
  return SWITCHES.flatMap(([keyword, on, off]) => {
    const [was, is] = [before.annotations[keyword] === true, after.annotations[keyword] === true];
    if (was === is) return [];
    const pointer = child(originOf(keyword, before, after), keyword);
    return [{ kind: is ? on : off, path: '', pointer, words: `\`${keyword}\` ${is ? 'on' : 'off'}` }];
  });
}

function compareDefault(before: View, after: View): SchemaChange[] {
  const [old, now] = [before.annotations.default, after.annotations.default];
  if (canonical(old) === canonical(now)) return [];
  const pointer = child(originOf('default', before, after), 'default');
  return [{ kind: 'default-changed', path: '', pointer, words: `\`default\` ${showChange(old, now)}` }];
}

/** One change for each schema that the texts stand in. */
function compareTexts(before: View, after: View): SchemaChange[] {
  const changes = compareDocumentation(textsOf(before), textsOf(after));
  const byOrigin = Map.groupBy(changes, ({ key }) => originOf(key, before, after));
  return [...byOrigin].map(([pointer, list]) => {
    const words = list.map((one) => one.words).join('; ');
    return { kind: 'documentation-changed', path: '', pointer, words };
  });
}

function textsOf({ annotations }: View): JsonObject {
  const {
    default: _default,
    readOnly: _readOnly,
    writeOnly: _writeOnly,
    deprecated: _deprecated,
    ...texts
  } = annotations;
  return texts;
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
