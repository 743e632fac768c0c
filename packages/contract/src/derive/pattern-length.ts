// How many characters a text that matches a pattern has at least, so that nobody begins to make one of millions.
import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** Infinite for what is no pattern. */
export function shortestMatch(pattern: string): number {
  try {
    return shortestOf(new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode: true }));
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function shortestOf(node: AST.Node): number {
  switch (node.type) {
    case 'Pattern':
    case 'Group':
    case 'CapturingGroup':
      return Math.min(...node.alternatives.map(shortestOf));
    case 'Alternative':
      return node.elements.reduce((length, element) => length + shortestOf(element), 0);
    case 'Quantifier':
      return node.min === 0 ? 0 : node.min * shortestOf(node.element);
    case 'Character':
    case 'CharacterSet':
    case 'CharacterClass':
      return 1;
    default:
      return 0;
  }
}
