// Paths as templates: which of a request's segments stand for which names. In time that grows with the path's length and no faster,
// however many names a segment has.
import { percentDecoded } from '../judging/styles.ts';

export interface PathTemplate {
  /** By name, what stands there in the path, as it is written; undefined where the path is another. */
  match(path: string): ReadonlyMap<string, string> | undefined;
  /** Of two that match, the one whose rank is less says more exactly what it matches. */
  rank: string;
}

/** Literals, and between each two of them a name. */
interface Segment {
  literals: string[];
  names: string[];
}

export function pathTemplate(template: string): PathTemplate {
  const segments = template.split('/').map(segmentOf);
  const rank = segments.map(({ literals, names }) => {
    if (names.length === 0) return 0;
    return literals.every((literal) => literal === '') ? 2 : 1;
  });
  return { match: (path) => matchPath(segments, path.split('/')), rank: rank.join('') };
}

function segmentOf(text: string): Segment {
  const parts = text.split(/\{([^{}]+)\}/);
  return {
    literals: parts.filter((_, index) => index % 2 === 0),
    names: parts.filter((_, index) => index % 2 === 1),
  };
}

function matchPath(segments: readonly Segment[], texts: readonly string[]): Map<string, string> | undefined {
  if (segments.length !== texts.length) return undefined;
  const values = new Map<string, string>();
  for (const [index, segment] of segments.entries()) {
    const found = matchSegment(segment, texts[index] ?? '');
    if (!found) return undefined;
    for (const [position, name] of segment.names.entries()) values.set(name, found[position] ?? '');
  }
  return values;
}

/** What stands for each name: as little as will do, but something, and the rest for the last. */
function matchSegment({ literals, names }: Segment, text: string): string[] | undefined {
  const [first = '', ...rest] = literals;
  const last = rest.pop();
  if (last === undefined) return isSame(first, text) ? [] : undefined;
  if (!text.startsWith(first) || !text.endsWith(last)) return undefined;
  const end = text.length - last.length;
  const values: string[] = [];
  let from = first.length;
  for (const literal of rest) {
    const at = text.indexOf(literal, from + 1);
    if (at < 0 || at + literal.length > end) return undefined;
    values.push(text.slice(from, at));
    from = at + literal.length;
  }
  return from < end && values.push(text.slice(from, end)) === names.length ? values : undefined;
}

/** However either is percent-encoded, which seldom is asked of what is not. */
function isSame(literal: string, text: string): boolean {
  if (literal === text) return true;
  return `${literal}${text}`.includes('%') && percentDecoded(literal) === percentDecoded(text);
}
