// Whether JavaScript, which goes back and tries again, may take longer over a pattern than anybody waits.
import type { AST } from '@eslint-community/regexpp';
import { growthOf, isAmbiguous } from './ambiguity.ts';
import { Budget, OutOfBudget } from './budget.ts';
import { automataOf, Exponential, TooComplicated } from './positions.ts';
import { type Shape, shapeOf } from './shape.ts';
import { parsePattern } from './syntax.ts';

/** Time may grow with this power of the text's length, one more than the number of ways does: a second for a thousand characters. */
const MAX_POWER = 3;

/** Ways through a text of any length that are tried within a moment. */
const MAX_WAYS = 1_000_000;

/** Steps for one pattern, and for all of one document: some milliseconds, and about a second. */
const STEPS = { pattern: 5_000_000, document: 50_000_000 };

/** Patterns whose tree says enough, of whatever document: to parse one of 50 kB takes longer than all the rest. */
const HARMLESS = new Set<string>();

const EXPONENTIAL = 'backtracks exponentially';
const UNTOLD = 'is too complicated to tell how it backtracks';

/** Says of each pattern of one document why it is too slow, in words that follow "the pattern"; undefined for one that is not. */
export function slownessOfPatterns(): (pattern: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  const whole = new Budget(STEPS.document);
  return (pattern) => {
    if (!known.has(pattern)) known.set(pattern, slownessOf(pattern, whole));
    return known.get(pattern);
  };
}

function slownessOf(pattern: string, whole: Budget): string | undefined {
  if (HARMLESS.has(pattern)) return undefined;
  try {
    const tree = parsePattern(pattern);
    if (!tree) return UNTOLD;
    const shape = shapeOf(tree);
    if (!isHarmless(shape)) return slownessOfTree(tree, shape.ways, whole);
    HARMLESS.add(pattern);
    return undefined;
  } catch (error) {
    if (error instanceof Exponential) return EXPONENTIAL;
    if (error instanceof TooComplicated || error instanceof OutOfBudget) return UNTOLD;
    throw error;
  }
}

function isHarmless({ loops, nested, ways }: Shape): boolean {
  return !nested && loops <= MAX_POWER && ways <= MAX_WAYS;
}

function slownessOfTree(tree: AST.Pattern, ways: number, whole: Budget): string | undefined {
  const budget = new Budget(STEPS.pattern, whole);
  const automata = automataOf(tree, budget);
  let power = 1;
  for (const automaton of automata) {
    const growth = growthOf(automaton, budget);
    if (growth === 'exponential') return EXPONENTIAL;
    // What a lookaround tries, it tries for each way of the whole.
    power += growth;
  }
  if (power > MAX_POWER) return `backtracks with power ${power} of the length`;
  const choices = ways > MAX_WAYS && automata.some((automaton) => isAmbiguous(automaton, budget));
  return choices ? EXPONENTIAL : undefined;
}
