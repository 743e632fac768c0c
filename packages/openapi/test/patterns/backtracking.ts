// How JavaScript matches a pattern, step by step, so that a test can count how often it goes back.

/** A little of the syntax: characters, sequences, alternatives, repetitions. */
export type Part =
  | 'a'
  | 'b'
  | '[ab]'
  | '.'
  | { sequence: Part[] }
  | { alternatives: Part[] }
  | { repeated: Part; times: [least: number, most: number] };

export function patternOf(part: Part): string {
  if (typeof part === 'string') return part;
  if ('sequence' in part) return `(?:${part.sequence.map(patternOf).join('')})`;
  if ('alternatives' in part) return `(?:${part.alternatives.map(patternOf).join('|')})`;
  const [least, most] = part.times;
  return `(?:${patternOf(part.repeated)}){${least},${most === Number.POSITIVE_INFINITY ? '' : most}}`;
}

class Enough extends Error {}

/** Whether the whole text matches. */
export function matches(part: Part, text: string): boolean {
  return new Matcher(text, Number.POSITIVE_INFINITY).match(part, 0, (end) => end === text.length);
}

/** Steps to find that out, counted up to `most`. */
export function countSteps(part: Part, text: string, most: number): number {
  const matcher = new Matcher(text, most);
  try {
    matcher.match(part, 0, (end) => end === text.length);
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return matcher.steps;
}

class Matcher {
  steps = 0;
  readonly #text: string;
  readonly #most: number;

  constructor(text: string, most: number) {
    this.#text = text;
    this.#most = most;
  }

  /** Whether the part matches at a place so that what comes after it matches, too. */
  match(part: Part, at: number, then: (end: number) => boolean): boolean {
    this.steps += 1;
    if (this.steps >= this.#most) throw new Enough();
    if (typeof part === 'string') return this.#isAt(part, at) && then(at + 1);
    if ('sequence' in part) return this.#matchAll(part.sequence, at, then);
    if ('alternatives' in part) return part.alternatives.some((one) => this.match(one, at, then));
    return this.#repeat(part.repeated, part.times, at, then);
  }

  #isAt(part: string, at: number): boolean {
    const character = this.#text[at];
    if (character === undefined) return false;
    return part === '.' || (part === '[ab]' ? /[ab]/.test(character) : part === character);
  }

  #matchAll([first, ...rest]: readonly Part[], at: number, then: (end: number) => boolean): boolean {
    return first === undefined ? then(at) : this.match(first, at, (end) => this.#matchAll(rest, end, then));
  }

  #repeat(part: Part, [least, most]: [number, number], at: number, then: (end: number) => boolean): boolean {
    const more = (end: number) => {
      // A time that is not needed and takes nothing does not count.
      if (least === 0 && end === at) return false;
      return this.#repeat(part, [Math.max(0, least - 1), most - 1], end, then);
    };
    return (most > 0 && this.match(part, at, more)) || (least === 0 && then(at));
  }
}
