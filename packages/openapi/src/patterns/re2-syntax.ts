// A pattern in RE2's spelling, meaning what it means to JavaScript with the `u` flag.
import type { AST } from '@eslint-community/regexpp';
import { charactersOf, elementCharacters } from './characters.ts';
import { hasModifiers, isGroup } from './syntax.ts';

/** Undefined for what RE2 has nothing for: lookaheads, backreferences. */
export function re2Syntax(pattern: AST.Pattern): string | undefined {
  try {
    return alternatives(pattern.alternatives);
  } catch (error) {
    if (error instanceof NotInRe2) return undefined;
    throw error;
  }
}

class NotInRe2 extends Error {}

function alternatives(list: readonly AST.Alternative[]): string {
  const inner = list.map(({ elements }) => elements.map(element).join(''));
  return `(?:${inner.join('|')})`;
}

function element(node: AST.Element): string {
  if (node.type === 'Quantifier') return quantifier(node);
  if (node.type === 'Assertion') return assertion(node);
  if (node.type === 'Character') return character(node.value);
  if (node.type === 'CharacterSet') return `[${member(node)}]`;
  if (node.type === 'CharacterClass') return characterClass(node);
  // What a group captured is nobody's question.
  if (isGroup(node) && !hasModifiers(node)) return alternatives(node.alternatives);
  throw new NotInRe2();
}

/** Only where a match ends depends on whether it is greedy, not whether there is one. */
function quantifier({ min, max, element: inner }: AST.Quantifier): string {
  return `(?:${element(inner)}){${min},${max === Number.POSITIVE_INFINITY ? '' : max}}`;
}

function assertion(node: AST.Assertion): string {
  if (node.kind === 'start') return '\\A';
  if (node.kind === 'end') return '\\z';
  if (node.kind === 'word') return node.negate ? '\\B' : '\\b';
  if ('alternatives' in node && node.kind === 'lookbehind') {
    return `(?<${node.negate ? '!' : '='}${alternatives(node.alternatives)})`;
  }
  throw new NotInRe2();
}

const NOTHING = '[^\\x{0}-\\x{10FFFF}]';
const ANYTHING = '[\\x{0}-\\x{10FFFF}]';

function characterClass({ elements, negate }: AST.CharacterClass): string {
  if (elements.length === 0) return negate ? ANYTHING : NOTHING;
  return `[${negate ? '^' : ''}${elements.map(member).join('')}]`;
}

function member(node: AST.CharacterClassElement | AST.CharacterSet): string {
  if (node.type === 'CharacterSet' && node.kind === 'property') return property(node);
  const characters = node.type === 'CharacterSet' ? charactersOf(node) : elementCharacters(node);
  return characters.map(([first, last]) => `${character(first)}-${character(last)}`).join('');
}

/** RE2 knows some of Unicode's properties, by their values alone. */
function property({ key, value, negate }: AST.UnicodePropertyCharacterSet): string {
  if (/^(scx|Script_Extensions)$/.test(key)) throw new NotInRe2();
  return `\\${negate ? 'P' : 'p'}{${value ?? key}}`;
}

function character(codePoint: number): string {
  const text = String.fromCodePoint(codePoint);
  return /^[a-z\d]$/i.test(text) ? text : `\\x{${codePoint.toString(16)}}`;
}
