// A set of prospect ids that costs 30 to 60 bytes an id, outside the garbage collector's heap, and keeps no caller's string alive.

const COMPACT = /^[0-9a-f]{40}$/;
const WORDS_PER_ID = 5;
const FIRST_CAPACITY = 1024;

/** Add-only set of strings. Ids of 40 hex digits, today's form, are packed into 20 bytes; any other is kept as it is. */
export class IdSet {
  #others = new Set<string>();
  #size = 0;
  #words = new Uint32Array(FIRST_CAPACITY * WORDS_PER_ID);
  // Open addressing: the slot holds an id's number plus one, 0 is free. Never more than half full.
  #slots = new Uint32Array(FIRST_CAPACITY * 2);

  get size(): number {
    return this.#size + this.#others.size;
  }

  has(id: string): boolean {
    if (!COMPACT.test(id)) return this.#others.has(id);
    return this.#slots[this.#find(wordsOf(id))] !== 0;
  }

  /** Whether the id was new. */
  add(id: string): boolean {
    if (!COMPACT.test(id)) {
      const before = this.#others.size;
      return this.#others.add(id).size > before;
    }
    const words = wordsOf(id);
    const slot = this.#find(words);
    if (this.#slots[slot] !== 0) return false;
    this.#words.set(words, this.#size * WORDS_PER_ID);
    this.#slots[slot] = ++this.#size;
    if (this.#size * 2 === this.#slots.length) this.#grow();
    return true;
  }

  /** The slot that holds the id, or the free one where it belongs. */
  #find(words: Words): number {
    const mask = this.#slots.length - 1;
    let slot = hash(words) & mask;
    for (;;) {
      const number = this.#slots[slot] as number;
      if (number === 0 || this.#holds((number - 1) * WORDS_PER_ID, words)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #holds(offset: number, words: Words): boolean {
    for (let index = 0; index < WORDS_PER_ID; index++) {
      if (this.#words[offset + index] !== words[index]) return false;
    }
    return true;
  }

  #grow(): void {
    const words = new Uint32Array(this.#words.length * 2);
    words.set(this.#words);
    this.#words = words;
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let number = 1; number <= this.#size; number++) {
      const offset = (number - 1) * WORDS_PER_ID;
      this.#slots[this.#find(words.subarray(offset, offset + WORDS_PER_ID))] = number;
    }
  }
}

type Words = ArrayLike<number>;

function wordsOf(id: string): number[] {
  const words: number[] = [];
  for (let index = 0; index < WORDS_PER_ID; index++) {
    words.push(Number.parseInt(id.slice(index * 8, index * 8 + 8), 16));
  }
  return words;
}

/** Mixes every word in, since ids may be counters, not digests. */
function hash(words: Words): number {
  let mixed = 0;
  for (let index = 0; index < WORDS_PER_ID; index++) {
    mixed = Math.imul(mixed ^ (words[index] as number), 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  return mixed >>> 0;
}
