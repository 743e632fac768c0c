// Reads a graph of compared pairs as a tree of fields: both referees name the same change at the same places.

/** What was found at one pair, and the pairs below it. */
export interface Here<Found, Pair> {
  found: readonly Found[];
  inner: readonly Pair[];
}

interface Step<Pair> {
  pair: Pair;
  key: string;
  above: Step<Pair> | undefined;
}

/** How often one pair is told of per operation; a recursive schema could otherwise be told of without end. */
const MOST_PLACES = 32;

/**
 * Everything found at or below a pair, breadth first, each with its path from the root.
 *
 * @param look Compares a pair here; asked once for each key if it remembers.
 */
export function expand<Found extends { path: string }, Pair extends { path: string }>(
  root: Pair,
  keyOf: (pair: Pair) => string,
  look: (pair: Pair, key: string) => Here<Found, Pair>,
): Found[] {
  const all: Found[] = [];
  const places = new Map<string, number>();
  const queue: Step<Pair>[] = [{ pair: root, key: keyOf(root), above: undefined }];
  for (const step of queue) {
    const count = (places.get(step.key) ?? 0) + 1;
    if (count > MOST_PLACES || isBelowItself(step)) continue;
    places.set(step.key, count);
    const { found, inner } = look(step.pair, step.key);
    for (const one of found) all.push({ ...one, path: step.pair.path + one.path });
    for (const pair of inner) {
      const below = { ...pair, path: step.pair.path + pair.path };
      queue.push({ pair: below, key: keyOf(below), above: step });
    }
  }
  return all;
}

function isBelowItself<Pair>({ key, above }: Step<Pair>): boolean {
  for (let step = above; step; step = step.above) if (step.key === key) return true;
  return false;
}
