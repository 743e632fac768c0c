// Compares what a schema says about itself without restricting types: documentation, defaults, deprecation.
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { code } from '@agentsource/openapi/markdown';
import { child } from '@agentsource/openapi/pointer';
import { canonical, showChange } from '../words.ts';
import { firstDifference, type SchemaChange } from './changes.ts';
import type { Keywords, Said } from './keywords.ts';
import type { View } from './view.ts';

export interface DocumentationChange {
  key: string;
  words: string;
}

/** What is only ever read by people: description, summary, examples and their like. */
export function compareDocumentation(before: JsonObject, after: JsonObject): DocumentationChange[] {
  const [old, now] = [withOneExampleSpelling(before), withOneExampleSpelling(after)];
  const keys = [...new Set([...old.keys(), ...now.keys()])].sort();
  return keys
    .filter((key) => canonical(old.get(key)) !== canonical(now.get(key)))
    .map((key) => ({ key, words: documentationWords(key, old.has(key), now.has(key)) }));
}

export function compareAnnotations(before: View, after: View): SchemaChange[] {
  return [
    ...compareDeprecated(before, after),
    ...compareDefault(before, after),
    ...compareTexts(before, after),
  ];
}

function compareDeprecated(before: View, after: View): SchemaChange[] {
  const saying = ({ annotations }: View) =>
    annotations.get('deprecated')?.find(({ value }) => value === true);
  const [was, is] = [saying(before), saying(after)];
  if (!was === !is) return [];
  const pointer = child((is ?? was)?.pointer ?? after.home, 'deprecated');
  return [{ kind: 'deprecated', path: '', pointer, words: is ? 'deprecated now' : 'no longer deprecated' }];
}

/** The outermost counts. */
function compareDefault(before: View, after: View): SchemaChange[] {
  const [old, now] = [before.annotations.get('default')?.[0], after.annotations.get('default')?.[0]];
  if (canonical(old?.value) === canonical(now?.value)) return [];
  const pointer = child((now ?? old)?.pointer ?? after.home, 'default');
  const words = `\`default\` ${showChange(old?.value, now?.value)}`;
  return [{ kind: 'default-changed', path: '', pointer, words }];
}

/** One change for each schema that the texts stand in. */
function compareTexts(before: View, after: View): SchemaChange[] {
  const [old, now] = [textsOf(before.annotations), textsOf(after.annotations)];
  const keys = [...new Set([...old.keys(), ...now.keys()])].sort();
  const changed = keys.flatMap((key) => {
    const [was, is] = [old.get(key) ?? [], now.get(key) ?? []];
    if (textOf(was) === textOf(is)) return [];
    const at = firstDifference(was, is, ({ value }) => canonical(value)) ?? is[0] ?? was[0];
    return [
      { pointer: at?.pointer ?? after.home, words: documentationWords(key, was.length > 0, is.length > 0) },
    ];
  });
  return [...Map.groupBy(changed, ({ pointer }) => pointer)].map(([pointer, list]) => {
    const words = list.map((one) => one.words).join('; ');
    return { kind: 'documentation-changed', path: '', pointer, words };
  });
}

function textOf(said: readonly Said[]): string {
  return canonical(said.map(({ value }) => value));
}

/** Without what is compared by itself, and with one spelling for examples. */
function textsOf(annotations: Keywords): Map<string, Said[]> {
  const texts = new Map<string, Said[]>();
  for (const [keyword, said] of annotations) {
    if (keyword === 'default' || keyword === 'deprecated') continue;
    const isExample = keyword === 'example' || keyword === 'examples';
    const all = isExample
      ? said.flatMap(({ value, pointer }) =>
          examplesOf(keyword, value).map((one) => ({ value: one, pointer })),
        )
      : said;
    const key = isExample ? 'examples' : keyword;
    texts.set(key, [...(texts.get(key) ?? []), ...all]);
  }
  return texts;
}

/** 3.0's `example` and 3.1's `examples` say the same; a media type's named examples stay as they are. */
function withOneExampleSpelling({ example, examples, ...rest }: JsonObject): Map<string, Json> {
  const list = [
    ...(example === undefined ? [] : examplesOf('example', example)),
    ...(examples === undefined ? [] : examplesOf('examples', examples)),
  ];
  const texts = new Map<string, Json>(Object.entries(rest));
  return list.length === 0 ? texts : texts.set('examples', list);
}

function examplesOf(keyword: string, value: Json): Json[] {
  if (keyword === 'example') return [value];
  if (Array.isArray(value)) return value;
  return isObject(value) ? [value] : [];
}

function documentationWords(key: string, was: boolean, is: boolean): string {
  if (!was) return `${code(key)} added`;
  return is ? `${code(key)} changed` : `${code(key)} removed`;
}
