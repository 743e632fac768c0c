// Which characters a part of a pattern matches: code points, as JavaScript has them with the `u` flag.
import type { AST } from '@eslint-community/regexpp';
import type { CharacterNode } from './syntax.ts';

/** Ranges of code points, in order and apart from each other. */
export type Characters = readonly (readonly [first: number, last: number])[];

const LAST = 0x10_ffff;

export const ALL: Characters = [[0, LAST]];

const LINE_ENDS: Characters = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
];

const ESCAPES: Record<AST.EscapeCharacterSet['kind'], Characters> = {
  digit: [[0x30, 0x39]],
  word: [
    [0x30, 0x39],
    [0x41, 0x5a],
    [0x5f, 0x5f],
    [0x61, 0x7a],
  ],
  space: [
    [0x09, 0x0d],
    [0x20, 0x20],
    [0xa0, 0xa0],
    [0x1680, 0x1680],
    [0x2000, 0x200a],
    [0x2028, 0x2029],
    [0x202f, 0x202f],
    [0x205f, 0x205f],
    [0x3000, 0x3000],
    [0xfeff, 0xfeff],
  ],
};

/** What the node matches; where that would take too long to find out, every character. */
export function charactersOf(node: CharacterNode): Characters {
  if (node.type === 'Character') return [[node.value, node.value]];
  if (node.type === 'CharacterSet') return isUnlisted(node) ? ALL : charactersOfSet(node);
  if (node.elements.some((element) => element.type === 'CharacterSet' && isUnlisted(element))) return ALL;
  const all = union(node.elements.flatMap(elementCharacters));
  return node.negate ? allBut(all) : all;
}

/** One member of a class. Classes of the `v` flag have others. */
export function elementCharacters(element: AST.CharacterClassElement): Characters {
  if (element.type === 'CharacterClassRange') return [[element.min.value, element.max.value]];
  if (element.type === 'Character' || element.type === 'CharacterSet') return charactersOf(element);
  throw new Error(`not a class of the "u" flag: ${element.type}`);
}

function charactersOfSet(node: AST.CharacterSet): Characters {
  if (node.kind === 'any') return allBut(LINE_ENDS);
  const characters = node.kind === 'property' ? charactersOfCategory(node.value ?? '') : ESCAPES[node.kind];
  return node.negate ? allBut(characters) : characters;
}

/** Of Unicode's properties only the general categories are looked up (`\p{Lu}`): there are few, and each takes its time. */
function isUnlisted(node: AST.CharacterSet): boolean {
  if (node.kind !== 'property') return false;
  return node.key !== 'General_Category' || !/^[A-Z][a-z]?$/.test(node.value ?? '');
}

const categories = new Map<string, Characters>();

/** Unicode is too large to carry along; JavaScript knows it, and is asked for each of its characters. */
function charactersOfCategory(name: string): Characters {
  const known = categories.get(name);
  if (known) return known;
  const category = new RegExp(`^\\p{${name}}$`, 'u');
  const ranges: [number, number][] = [];
  for (let point = 0; point <= LAST; point += 1) {
    if (!category.test(String.fromCodePoint(point))) continue;
    const last = ranges.at(-1);
    if (last?.[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  categories.set(name, ranges);
  return ranges;
}

function union(ranges: Characters): Characters {
  const merged: [number, number][] = [];
  for (const [first, last] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const before = merged.at(-1);
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else merged.push([first, last]);
  }
  return merged;
}

function allBut(ranges: Characters): Characters {
  const others: [number, number][] = [];
  let next = 0;
  for (const [first, last] of ranges) {
    if (first > next) others.push([next, first - 1]);
    next = last + 1;
  }
  if (next <= LAST) others.push([next, LAST]);
  return others;
}

/** Whether some character is in both. */
export function overlap(a: Characters, b: Characters): boolean {
  let i = 0;
  let j = 0;
  for (;;) {
    const [one, other] = [a[i], b[j]];
    if (one === undefined || other === undefined) return false;
    if (one[1] < other[0]) i += 1;
    else if (other[1] < one[0]) j += 1;
    else return true;
  }
}
