// Patterns of a document, run in time that grows with the text's length and no faster. They mean what they mean to JavaScript.
import type { AST } from '@eslint-community/regexpp';
import { RE2JS } from 're2js';
import { re2Syntax } from './re2-syntax.ts';
import { isAnchored, shapeOf } from './shape.ts';
import { parsePattern } from './syntax.ts';

/** A compiled pattern, as much of a RegExp as a validator needs. */
export interface LinearRegExp {
  /** Whether the pattern matches anywhere in the text. */
  test(text: string): boolean;
  /** Unlike those of other patterns. */
  toString(): string;
}

/** Ways through a pattern that JavaScript tries in no time. */
const FEW_WAYS = 10_000;

/**
 * The pattern, compiled to run in linear time; undefined where there is no way to: with lookaheads, backreferences, huge counts.
 *
 * @throws {SyntaxError} when JavaScript does not take the pattern.
 */
export function linearRegExp(pattern: string): LinearRegExp | undefined {
  const native = new RegExp(pattern, 'u');
  const tree = parsePattern(pattern);
  if (tree === undefined) return undefined;
  if (isLinearInJavaScript(tree)) return native;
  const compiled = compile(re2Syntax(tree));
  return compiled && { test: (text) => compiled.test(text), toString: () => String(native) };
}

/** With one loop, begun at one place, JavaScript is as linear as any engine, and faster. */
function isLinearInJavaScript(tree: AST.Pattern): boolean {
  const { loops, nested, ways } = shapeOf(tree);
  return !nested && ways <= FEW_WAYS && loops + (isAnchored(tree) ? 0 : 1) <= 1;
}

function compile(pattern: string | undefined): RE2JS | undefined {
  try {
    return pattern === undefined ? undefined : RE2JS.compile(pattern, RE2JS.LOOKBEHINDS);
  } catch {
    return undefined;
  }
}

/** `linearRegExp`, which compiles each pattern once. */
export function linearRegExps(): typeof linearRegExp {
  const known = new Map<string, LinearRegExp | undefined>();
  return (pattern) => {
    if (!known.has(pattern)) known.set(pattern, linearRegExp(pattern));
    return known.get(pattern);
  };
}

/**
 * What ajv takes as its `code.regExp`: patterns run in linear time where they can, and in JavaScript where they can't. Slow ones that
 * can't must have been left out.
 */
export function regExpEngine(linear: typeof linearRegExp): { (pattern: string): LinearRegExp; code: string } {
  const engine = (pattern: string) => linear(pattern) ?? new RegExp(pattern, 'u');
  return Object.assign(engine, { code: 'regExpEngine' });
}
