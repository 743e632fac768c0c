// What two unions hold as sets of values: a value may move from one alternative to another that accepts it, and is then compared
// there. Both comparators do it alike.
import type { Matched } from './matching.ts';

/** Two alternatives that are one, or between which values moved. */
export interface Pairing<Old, New> {
  old: Old;
  now: New;
  /** The values of the tag that the two are compared for; undefined for all of them. */
  only?: { old: readonly string[]; now: readonly string[] };
  isMoved: boolean;
}

export interface Regrouped<Old, New> {
  pairs: Pairing<Old, New>[];
  /** Of their values none is accepted by the other union. */
  removed: Old[];
  added: New[];
  /** Values of a removed alternative that nothing accepts now, while others of it moved. */
  lost: { item: Old; values: string[] }[];
  /** New alternatives all of whose values were accepted before. */
  rearranged: New[];
}

/** The values of the property that tells alternatives apart; undefined where it takes any. */
export interface TagValues<Old, New> {
  old: (one: Old) => readonly string[] | undefined;
  now: (one: New) => readonly string[] | undefined;
}

/** The same alternatives, without regard to values. */
export function asMatched<Old, New>({ pairs, removed, added }: Matched<Old, New>): Regrouped<Old, New> {
  return {
    pairs: pairs.map(([old, now]) => ({ old, now, isMoved: false })),
    removed,
    added,
    lost: [],
    rearranged: [],
  };
}

export function regroup<Old, New>(matched: Matched<Old, New>, tag: TagValues<Old, New>): Regrouped<Old, New> {
  const regrouping = new Regrouping(matched, tag);
  for (const [old, now] of matched.pairs) regrouping.pair(old, now);
  for (const old of matched.removed) regrouping.remove(old);
  for (const now of matched.added) regrouping.add(now);
  return regrouping.result();
}

class Regrouping<Old, New> {
  readonly #olds: readonly Old[];
  readonly #news: readonly New[];
  readonly #tag: TagValues<Old, New>;
  readonly #moves: { old: Old; now: New; values: string[] }[] = [];
  readonly #regrouped: Regrouped<Old, New> = { pairs: [], removed: [], added: [], lost: [], rearranged: [] };

  constructor({ pairs, removed, added }: Matched<Old, New>, tag: TagValues<Old, New>) {
    this.#olds = [...removed, ...pairs.map(([old]) => old)];
    this.#news = [...added, ...pairs.map(([, now]) => now)];
    this.#tag = tag;
  }

  /** Two that are one: what each has alone may have moved. */
  pair(old: Old, now: New): void {
    const { pairs, lost, added } = this.#regrouped;
    const [was, is] = [this.#tag.old(old), this.#tag.now(now)];
    if (!was || !is) {
      pairs.push({ old, now, isMoved: false });
      return;
    }
    const stay = this.#move(old, without(was, is)).concat(was.filter((value) => is.includes(value)));
    const own = is.filter((value) => was.includes(value) || !this.#wasAccepted(value));
    const isWhole = stay.length === was.length && own.length === is.length;
    const only = isWhole ? {} : { only: { old: stay, now: own } };
    if (stay.length > 0 && own.length > 0) pairs.push({ old, now, ...only, isMoved: false });
    else if (stay.length > 0) lost.push({ item: old, values: stay });
    else if (own.length > 0) added.push(now);
  }

  remove(old: Old): void {
    const values = this.#tag.old(old) ?? [];
    const gone = this.#move(old, values);
    if (gone.length === values.length) this.#regrouped.removed.push(old);
    else if (gone.length > 0) this.#regrouped.lost.push({ item: old, values: gone });
  }

  add(now: New): void {
    const values = this.#tag.now(now) ?? [];
    const isKnown = values.length > 0 && values.every((value) => this.#wasAccepted(value));
    (isKnown ? this.#regrouped.rearranged : this.#regrouped.added).push(now);
  }

  result(): Regrouped<Old, New> {
    const moved = this.#moves.map(({ old, now, values }): Pairing<Old, New> => {
      return { old, now, only: { old: values, now: values }, isMoved: true };
    });
    return { ...this.#regrouped, pairs: [...this.#regrouped.pairs, ...moved] };
  }

  /** Gives the values that no new alternative accepts; the others move to the one that does. */
  #move(old: Old, values: readonly string[]): string[] {
    return values.filter((value) => {
      const now = this.#news.find((one) => this.#tag.now(one)?.includes(value));
      if (now === undefined) return true;
      const known = this.#moves.find((move) => move.old === old && move.now === now);
      if (known) known.values.push(value);
      else this.#moves.push({ old, now, values: [value] });
      return false;
    });
  }

  #wasAccepted(value: string): boolean {
    return this.#olds.some((one) => this.#tag.old(one)?.includes(value));
  }
}

function without(values: readonly string[], others: readonly string[]): string[] {
  return values.filter((value) => !others.includes(value));
}
