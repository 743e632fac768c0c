// Patterns are written for other engines; JavaScript (with the `u` flag, as JSON Schema asks and ajv does) compiles fewer.

import type { Report } from '../document.ts';
import { isObject, type JsonObject } from '../json.ts';
import { child } from '../pointer.ts';

/** Why JavaScript does not compile the pattern, or undefined when it does. */
export function patternProblem(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    return (error as Error).message.replace(`/${pattern}/u: `, '').slice(0, 200);
  }
}

/** What became of each pattern: the largest, of 50 kB, stand in a document several times, and in its next version too. */
const REWRITTEN = new Map<string, string>();

/** Rewrites patterns that JavaScript refuses into equal ones that it takes; what can't be is left for validation to name. */
export function normalisePattern(schema: JsonObject, pointer: string, report: Report): void {
  const { pattern, patternProperties } = schema;
  const respelled = (original: string, at: string): string => {
    const text = REWRITTEN.get(original) ?? rewrite(original);
    REWRITTEN.set(original, text);
    if (text !== original) report('pattern', at, detailOf(original));
    return text;
  };
  if (typeof pattern === 'string') schema.pattern = respelled(pattern, child(pointer, 'pattern'));
  if (!isObject(patternProperties)) return;
  const at = child(pointer, 'patternProperties');
  schema.patternProperties = Object.fromEntries(
    Object.entries(patternProperties).map(([key, value]) => [respelled(key, child(at, key)), value]),
  );
}

const IGNORE_CASE = '(?i)';

function detailOf(pattern: string): string {
  return pattern.startsWith(IGNORE_CASE)
    ? 'inline flag (?i) spelled out letter by letter'
    : 'needless escapes dropped';
}

function rewrite(pattern: string): string {
  if (patternProblem(pattern) === undefined) return pattern;
  const ignoreCase = pattern.startsWith(IGNORE_CASE);
  const body = ignoreCase ? pattern.slice(IGNORE_CASE.length) : pattern;
  const rewritten = tokens(body)
    .map((token) => rewriteToken(token, ignoreCase))
    .join('');
  return patternProblem(rewritten) === undefined ? rewritten : pattern;
}

interface Token {
  text: string;
  inClass: boolean;
}

/** Splits a pattern into escapes, group openers (whose letters are syntax) and single characters, each with whether it stands in a class. */
function tokens(pattern: string): Token[] {
  const list: Token[] = [];
  let inClass = false;
  for (const [text] of pattern.matchAll(
    /\\(?:[pP]\{[^}]*\}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|c[A-Za-z]|k<[^>]*>|.)|\(\?P?<[A-Za-z_]\w*>|[A-Za-z]-[A-Za-z]|./gsu,
  )) {
    if (text === '[' && !inClass) inClass = true;
    else if (text === ']' && inClass) inClass = false;
    // Outside a class "a-z" is three characters of their own.
    if (/^[A-Za-z]-[A-Za-z]$/.test(text) && !inClass)
      list.push(...[...text].map((t) => ({ text: t, inClass })));
    else list.push({ text, inClass });
  }
  return list;
}

// What may stand behind a backslash under the `u` flag: classes, assertions, controls, syntax characters.
const MEANINGFUL_ESCAPE = /^\\[dDsSwWbBfnrtv0-9cxukpP^$\\.*+?()[\]{}|/]/;

function rewriteToken({ text, inClass }: Token, ignoreCase: boolean): string {
  if (text === '\\A' && !inClass) return '^';
  if ((text === '\\Z' || text === '\\z') && !inClass) return '$';
  if (text.startsWith('(?P<')) return text.replace('?P<', '?<');
  if (text.startsWith('\\')) {
    if (MEANINGFUL_ESCAPE.test(text) || (inClass && text === '\\-')) return text;
    return ignoreCase ? bothCases(text.slice(1), inClass) : text.slice(1);
  }
  return ignoreCase ? bothCases(text, inClass) : text;
}

function bothCases(text: string, inClass: boolean): string {
  if (text.length > 3 || text.startsWith('(')) return text;
  const lower = text.toLowerCase();
  const upper = text.toUpperCase();
  if (lower === upper || lower.length !== upper.length) return text;
  return inClass ? `${lower}${upper}` : `[${lower}${upper}]`;
}
