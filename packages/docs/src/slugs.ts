// Names as parts of addresses, each given once.

/** A name as a part of an address, or an `id`: letters, digits and `-` alone; `fallback` where nothing is left of it. */
export function slug(name: string, fallback = 'x'): string {
  const words = name
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, '-')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .slice(0, 80)
    .replaceAll(/^-+|-+$/g, '');
  return words === '' ? fallback : words;
}

/** Gives each name once: a second one of the same spelling gets a number behind. */
export class UniqueSlugs {
  readonly #taken = new Set<string>();

  take(name: string): string {
    let free = name;
    for (let count = 2; this.#taken.has(free); count += 1) free = `${name}-${count}`;
    this.#taken.add(free);
    return free;
  }
}
