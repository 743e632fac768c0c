// Pairs what two unions hold, whatever their order: both comparators pair alike.

export interface Matched<Old, New> {
  pairs: [Old, New][];
  removed: Old[];
  added: New[];
}

/** Below this share of names in common, two objects are not one that changed. */
const LEAST_SHARE = 1 / 3;

/** Pairs the first that pass a test; of several tests, each is tried on all that are still unmatched. */
export function matchByTests<Old, New>(
  old: readonly Old[],
  now: readonly New[],
  tests: readonly ((one: Old, other: New) => boolean)[],
): Matched<Old, New> {
  let removed = [...old];
  const added = [...now];
  const pairs: [Old, New][] = [];
  for (const test of tests) {
    removed = removed.filter((one) => {
      const index = added.findIndex((other) => test(one, other));
      if (index < 0) return true;
      pairs.push([one, added.splice(index, 1)[0] as New]);
      return false;
    });
  }
  return { pairs, removed, added };
}

/** An object as far as pairing goes: the names of its properties, and what tells it apart from others. */
export interface Named<Item> {
  item: Item;
  names: readonly string[];
  /** `type="a"`, where a property has one value only. */
  tag: string | undefined;
}

/** Pairs objects by the names they have in common, the closest first; the only one on either side is the same one. */
export function matchByNames<Old, New>(
  old: readonly Named<Old>[],
  now: readonly Named<New>[],
): Matched<Named<Old>, Named<New>> {
  const [one, ...others] = old;
  const [other, ...more] = now;
  if (one && other && others.length === 0 && more.length === 0) {
    return { pairs: [[one, other]], removed: [], added: [] };
  }
  const ranked = old
    .flatMap((before) => now.map((after) => candidateOf(before, after)))
    .filter(({ share, before, after }) => share >= LEAST_SHARE && !tagsDiffer(before.tag, after.tag))
    .sort((a, b) => b.share - a.share || (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  const pairs: [Named<Old>, Named<New>][] = [];
  for (const { before, after } of ranked) {
    if (!pairs.some(([known, current]) => known === before || current === after)) pairs.push([before, after]);
  }
  return {
    pairs,
    removed: old.filter((before) => !pairs.some(([known]) => known === before)),
    added: now.filter((after) => !pairs.some(([, current]) => current === after)),
  };
}

function candidateOf<Old, New>(before: Named<Old>, after: Named<New>) {
  const all = new Set([...before.names, ...after.names]);
  const common = before.names.filter((name) => after.names.includes(name)).length;
  // Objects without any names are the same sort of thing.
  const share = all.size === 0 ? 1 : common / all.size;
  return { before, after, share, order: JSON.stringify([[...before.names].sort(), [...after.names].sort()]) };
}

function tagsDiffer(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}
