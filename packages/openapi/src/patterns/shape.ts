// How much choice a pattern leaves at most, counted on its tree: cheap to know, and enough to see that most patterns are harmless.
import type { AST } from '@eslint-community/regexpp';
import { isGroup } from './syntax.ts';

export interface Shape {
  /** Parts that match any number of times, one after the other. */
  loops: number;
  /** Whether a group is such a part. */
  nested: boolean;
  /** Ways to go through the pattern, apart from how often each loop is gone through. */
  ways: number;
}

const CHARACTER: Shape = { loops: 0, nested: false, ways: 1 };

/** Between the least and the most often, a larger difference than this is as good as none. */
export const FEW_TIMES = 8;

export function shapeOf({ alternatives }: { alternatives: readonly AST.Alternative[] }): Shape {
  const whole = { loops: 0, nested: false, ways: 0 };
  for (const { elements } of alternatives) {
    const { loops, nested, ways } = elements.map(shapeOfElement).reduce(inSequence, CHARACTER);
    whole.loops = Math.max(whole.loops, loops);
    whole.nested ||= nested;
    whole.ways += ways;
  }
  return whole;
}

function inSequence(a: Shape, b: Shape): Shape {
  return { loops: a.loops + b.loops, nested: a.nested || b.nested, ways: a.ways * b.ways };
}

function shapeOfElement(element: AST.Element): Shape {
  if (element.type === 'Quantifier') return shapeOfQuantifier(element);
  if (isGroup(element) || (element.type === 'Assertion' && 'alternatives' in element))
    return shapeOf(element);
  return element.type === 'Backreference' ? { ...CHARACTER, loops: 1 } : CHARACTER;
}

function shapeOfQuantifier({ element, min, max }: AST.Quantifier): Shape {
  if (max - min > FEW_TIMES) return { loops: 1, nested: isGroup(element), ways: 1 };
  const { loops, nested, ways } = shapeOfElement(element);
  return { loops: loops * max, nested, ways: (max - min + 1) * ways ** max };
}

/** Whether it can match at the very start of a text only, so that no other place is tried. */
export function isAnchored({ alternatives }: { alternatives: readonly AST.Alternative[] }): boolean {
  return alternatives.every(({ elements: [first] }) => {
    if (first === undefined) return false;
    return first.type === 'Assertion' ? first.kind === 'start' : isGroup(first) && isAnchored(first);
  });
}
