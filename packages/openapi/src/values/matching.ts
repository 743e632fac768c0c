// Texts that match a pattern and have as many characters as are asked for: written from the pattern itself, always the same ones.
// What it says of the text around a place (lookarounds) is left aside, so that each text has to be tried.
import { type AST, RegExpParser } from '@eslint-community/regexpp';

export interface Lengths {
  /** Default: 0. */
  least?: number | undefined;
  /** Default: no bound. */
  most?: number | undefined;
}

/** More characters than that are not written. */
const LONGEST = 100_000;

/** Characters beyond the fewest, where there may be more. */
const SOME = 3;

/** Texts that differ, where the pattern leaves a choice. */
const TURNS = 12;

/** What was written by lengths and pattern: a mock writes for the same few patterns in every answer. */
const written = new Map<string, readonly string[]>();

/** How many are kept, before all are forgotten. */
const KEPT = 200;

/** What a place takes, if it takes any of it: letters of both cases and digits in turn, so that a text has some of each. */
const USUAL = 'aB3dE5gH7jK9mN2pQ4rS6tU8vW0xYzAbCcDeFfGhIiJkLlMnOoPqRsTuVwXyZ1';
const UNUSUAL = `-_ .,:;/+#@!?*=&%$~^|'"\`\\()[]{}<>\t\n\r\v\fäßéЯя中あ한א\u00a0😀`;

/** Candidates, the plainest first; none where the pattern is none. */
export function textsMatching(pattern: string, lengths: Lengths): readonly string[] {
  const key = `${lengths.least} ${lengths.most} ${pattern}`;
  const kept = written.get(key);
  if (kept) return kept;
  const texts = [...write(pattern, lengths)];
  if (written.size > KEPT) written.clear();
  // Long ones are seldom asked for again.
  if (texts.reduce((length, text) => length + text.length, 0) < LONGEST) written.set(key, texts);
  return texts;
}

function* write(pattern: string, { least = 0, most }: Lengths): Generator<string> {
  const parsed = parse(pattern);
  const shortest = parsed && shortestOf(parsed);
  if (!parsed || shortest === undefined || Math.max(shortest, least) > LONGEST) return;
  const usual = Math.min(most ?? LONGEST, Math.max(least, shortest + SOME));
  const bounds = [Math.max(shortest, least), most ?? usual];
  const lengths = [...new Set([usual, ...bounds])].filter((one) => one <= LONGEST);
  for (let turn = 0; turn < TURNS; turn++) {
    for (const length of turn === 0 ? lengths : [usual]) {
      const text = new Writer(turn).write(parsed, Math.max(0, length - shortest));
      yield text;
      // A pattern that is not anchored asks for a part of the text.
      const missing = least - [...text].length;
      if (missing > 0) yield* [text + 'x'.repeat(missing), 'x'.repeat(missing) + text];
    }
  }
}

/** Characters of the shortest match; infinite for what is no pattern. */
export function shortestMatch(pattern: string): number {
  const parsed = parse(pattern);
  return parsed ? shortestOf(parsed) : Number.POSITIVE_INFINITY;
}

function parse(pattern: string): AST.Pattern | undefined {
  try {
    return new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode: true });
  } catch {
    return undefined;
  }
}

/** Writes one text, from the left. */
class Writer {
  #place: number;
  /** Characters to write beyond the fewest. */
  #more = 0;
  readonly #captured = new Map<AST.CapturingGroup, string>();

  constructor(turn: number) {
    this.#place = turn * 5;
  }

  write(pattern: AST.Pattern, more: number): string {
    this.#more = more;
    return this.#oneOf(pattern);
  }

  #node(node: AST.Node): string {
    switch (node.type) {
      case 'Group':
        return this.#oneOf(node);
      case 'CapturingGroup': {
        const text = this.#oneOf(node);
        this.#captured.set(node, text);
        return text;
      }
      case 'Quantifier':
        return this.#repeated(node);
      case 'Backreference':
        return [node.resolved]
          .flat()
          .map((group) => this.#captured.get(group) ?? '')
          .join('');
      case 'Character':
        return String.fromCodePoint(node.value);
      case 'CharacterSet':
      case 'CharacterClass':
        return this.#character(node.raw);
      default:
        return '';
    }
  }

  /** The first that there is room for; one after the other where it makes no difference. */
  #oneOf({ alternatives }: { alternatives: AST.Alternative[] }): string {
    const fewest = Math.min(...alternatives.map(shortestOf));
    const room = this.#more + fewest;
    const fitting = alternatives.filter((one) => shortestOf(one) <= room);
    const growing = fitting.filter((one) => this.#more === 0 || longestOf(one) >= room);
    const [chosen] = (growing.length > 0 ? growing : fitting).sort(
      (a, b) => shortestOf(a) - shortestOf(b),
    ) as [AST.Alternative];
    this.#more -= shortestOf(chosen) - fewest;
    return chosen.elements.map((element) => this.#node(element)).join('');
  }

  /** As often as there is room for. */
  #repeated({ element, min, max }: AST.Quantifier): string {
    const each = shortestOf(element);
    // Once for what may be empty, however often that is.
    const times = Math.min(max, each === 0 ? 1 : min + Math.floor(this.#more / each));
    this.#more -= Math.max(0, times - min) * each;
    return Array.from({ length: times }, () => this.#node(element)).join('');
  }

  #character(raw: string): string {
    const fitting = charactersOf(raw);
    this.#place += 1;
    return fitting[this.#place % fitting.length] ?? '';
  }
}

const known = new Map<string, string[]>();

/** Some of the characters that a set or a class takes. */
function charactersOf(raw: string): string[] {
  const kept = known.get(raw);
  if (kept) return kept;
  const isFitting = new RegExp(`^${raw}$`, 'u');
  const own = [...raw, ...[...raw].map((one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 1))];
  const fitting = [[...USUAL], [...UNUSUAL, ...own]]
    .map((characters) => characters.filter((one) => isFitting.test(one)))
    .find((characters) => characters.length > 0);
  if (known.size > KEPT) known.clear();
  known.set(raw, fitting ?? []);
  return fitting ?? [];
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

function longestOf(node: AST.Node): number {
  switch (node.type) {
    case 'Group':
    case 'CapturingGroup':
      return Math.max(...node.alternatives.map(longestOf));
    case 'Alternative':
      return node.elements.reduce((length, element) => length + longestOf(element), 0);
    case 'Quantifier': {
      const each = longestOf(node.element);
      return each === 0 ? 0 : node.max * each;
    }
    default:
      return shortestOf(node);
  }
}
