// Compares a graph of pairs, each pair once, and reads it as a tree of fields: both comparators name a change at the same places.

/** What was found at one pair, and the pairs below it; the paths of both start at the pair. */
export interface Compared<Found, Pair> {
  found: Found[];
  inner: Pair[];
}

interface AtPath {
  path: string;
}

/** How pairs are told apart, and what is found at one. */
interface Comparing<Found, Pair> {
  keyOf: (pair: Pair) => string;
  compare: (pair: Pair) => Compared<Found, Pair>;
}

interface Node<Found> {
  found: Found[];
  inner: { path: string; node: Node<Found> }[];
  /** The nodes that it is below of. */
  above: Node<Found>[];
  /** Whether there is anything at it or below it. */
  leads: boolean;
  /** Whether there may be anything at this very place. */
  tells: boolean;
  /** The reading that was here last. */
  reading: number;
}

/**
 * A function that returns everything found at or below a pair, breadth first, each with its path from that pair. A pair that several
 * ways lead to is told of at each of them, what is below it at the shortest.
 *
 * @param comparing Pairs of the same key are the same, wherever they stand: they are compared once, however many roots lead to them.
 */
export function createExpander<Found extends AtPath, Pair extends AtPath>(
  comparing: Comparing<Found, Pair>,
): (root: Pair) => Found[] {
  const nodes = new Map<string, Node<Found>>();
  let readings = 0;
  return (root) => {
    const node = explore(nodes, root, comparing);
    readings += 1;
    return node.leads ? read(node, root.path, readings) : [];
  };
}

/** Compares every pair below the root that is not known yet, and marks those that lead to something. */
function explore<Found, Pair extends AtPath>(
  nodes: Map<string, Node<Found>>,
  root: Pair,
  { keyOf, compare }: Comparing<Found, Pair>,
): Node<Found> {
  const queue: { node: Node<Found>; pair: Pair }[] = [];
  const nodeOf = (pair: Pair): Node<Found> => {
    const key = keyOf(pair);
    const known = nodes.get(key);
    if (known) return known;
    const node: Node<Found> = { found: [], inner: [], above: [], leads: false, tells: false, reading: 0 };
    nodes.set(key, node);
    queue.push({ node, pair });
    return node;
  };
  const top = nodeOf(root);
  const leading: Node<Found>[] = [];
  for (const { node, pair } of queue) {
    const { found, inner } = compare(pair);
    node.found = found;
    for (const one of inner) {
      const below = nodeOf(one);
      below.above.push(node);
      node.inner.push({ path: one.path, node: below });
    }
    node.tells = found.length > 0 || inner.some(isAtSamePlace);
    if (found.length > 0 || node.inner.some(({ node: below }) => below.leads)) leading.push(node);
  }
  for (const node of leading) {
    if (node.leads) continue;
    node.leads = true;
    leading.push(...node.above);
  }
  return top;
}

function read<Found extends AtPath>(root: Node<Found>, path: string, reading: number): Found[] {
  const all: Found[] = [];
  const queue: { node: Node<Found>; at: string; isKnown: boolean }[] = [];
  const visit = (node: Node<Found>, outer: string, path: string) => {
    const isKnown = node.reading === reading;
    // What was read already, and has nothing to tell of itself, need not be read again.
    if (!node.leads || (isKnown && !node.tells)) return;
    node.reading = reading;
    queue.push({ node, at: outer + path, isKnown });
  };
  visit(root, '', path);
  for (const { node, at, isKnown } of queue) {
    for (const one of node.found) all.push({ ...one, path: at + one.path });
    for (const inner of node.inner) {
      if (!isKnown || isAtSamePlace(inner)) visit(inner.node, at, inner.path);
    }
  }
  return all;
}

/** What is at the very same place is told of with it. */
function isAtSamePlace({ path }: AtPath): boolean {
  return path === '';
}

/** Several comparisons of one pair, each of something else about it. */
export function joined<Found, Pair>(...parts: readonly Compared<Found, Pair>[]): Compared<Found, Pair> {
  return { found: parts.flatMap(({ found }) => found), inner: parts.flatMap(({ inner }) => inner) };
}
