// What a pattern asks of a text before anybody tries to make one.
import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

/** How many characters a match has at least, so that nobody begins to make one of millions; infinite for what is no pattern. */
export function shortestMatch(pattern: string): number {
  try {
    return shortestOf(parse(pattern));
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** The pattern but for what it asks of the text around: what matches it may match the whole, and has to be tried. */
export function withoutLookarounds(pattern: string): string {
  const cut: AST.LookaroundAssertion[] = [];
  visitRegExpAST(parse(pattern), {
    onAssertionEnter(assertion) {
      if (assertion.kind === 'lookahead' || assertion.kind === 'lookbehind') cut.push(assertion);
    },
  });
  const outermost = cut.filter((one) => !cut.some(({ start, end }) => start < one.start && one.end < end));
  return outermost.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), pattern);
}

function parse(pattern: string): AST.Pattern {
  return new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode: true });
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
