// What a pattern asks of a text before anybody tries to make one.
import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

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
