// Whether a text can be made for a pattern in no time: one that counts to millions can't, and one that may need not.
import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

/** Characters of the shortest text, and of what an open repetition adds to it. */
const MOST = 10_000;
const REPETITIONS = 10;

const parser = new RegExpParser({ ecmaVersion: 2025 });
const known = new Map<string, boolean>();
const KEPT = 10_000;

export function isGenerable(pattern: string): boolean {
  if (known.size > KEPT) known.clear();
  const answer = known.get(pattern) ?? compute(pattern);
  known.set(pattern, answer);
  return answer;
}

/** A pattern of the same texts, but for those that repeat something often: the generators would weigh each possible length. */
export function withFewRepetitions(pattern: string): string {
  const cuts: { start: number; end: number; text: string }[] = [];
  visitRegExpAST(parser.parsePattern(pattern, 0, pattern.length, { unicode: true }), {
    onQuantifierEnter({ min, max, element, end }) {
      const most = min + REPETITIONS;
      if (max !== Number.POSITIVE_INFINITY && max > most) {
        cuts.push({ start: element.end, end, text: `{${min},${most}}` });
      }
    },
  });
  return cuts
    .sort((one, other) => other.start - one.start)
    .reduce((text, cut) => text.slice(0, cut.start) + cut.text + text.slice(cut.end), pattern);
}

function compute(pattern: string): boolean {
  try {
    return longest(parser.parsePattern(pattern, 0, pattern.length, { unicode: true })) <= MOST;
  } catch {
    return false;
  }
}

/** Of the texts that a generator makes. */
function longest(node: { alternatives: readonly AST.Alternative[] }): number {
  return Math.max(
    0,
    ...node.alternatives.map(({ elements }) => elements.reduce((sum, one) => sum + lengthOf(one), 0)),
  );
}

function lengthOf(element: AST.Element): number {
  if (element.type === 'Quantifier') {
    return (
      Math.max(element.min, Math.min(element.max, element.min + REPETITIONS)) * lengthOf(element.element)
    );
  }
  if ('alternatives' in element) return longest(element);
  return 1;
}
