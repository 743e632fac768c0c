// A pattern as the tree that it is: what JavaScript takes with the `u` flag, which JSON Schema asks for.
import { type AST, RegExpParser } from '@eslint-community/regexpp';

const parser = new RegExpParser({ ecmaVersion: 2025 });

/** What stands for one character. */
export type CharacterNode = AST.Character | AST.CharacterSet | AST.CharacterClass;

/** Groups within each other; the tree is walked by recursion. */
const MAX_DEPTH = 100;

/** The tree, or undefined for what JavaScript does not take, what the parser does not know, and what nests too deeply. */
export function parsePattern(pattern: string): AST.Pattern | undefined {
  if (depthOf(pattern) > MAX_DEPTH) return undefined;
  try {
    return parser.parsePattern(pattern, 0, pattern.length, { unicode: true });
  } catch {
    return undefined;
  }
}

function depthOf(pattern: string): number {
  let depth = 0;
  let deepest = 0;
  // Escapes and classes whole, so that only parentheses that group are left.
  for (const [token] of pattern.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[()]/gsu)) {
    if (token === '(') deepest = Math.max(deepest, ++depth);
    else if (token === ')') depth -= 1;
  }
  return deepest;
}

export function isGroup(node: AST.Node): node is AST.Group | AST.CapturingGroup {
  return node.type === 'Group' || node.type === 'CapturingGroup';
}

export function isCharacter(node: AST.Node): node is CharacterNode {
  return node.type === 'Character' || node.type === 'CharacterSet' || node.type === 'CharacterClass';
}

/** Whether the group changes what is meant inside: `(?i:…)`. */
export function hasModifiers(node: AST.Group | AST.CapturingGroup): boolean {
  return node.type === 'Group' && node.modifiers !== null;
}
