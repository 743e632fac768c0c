// Names as a command line has them: lower case, words joined by hyphens, and nothing in them that a shell would take for more.

/** The commands that @agentsource/cli has of its own, which win over a name of the document's (a test there compares). */
export const OWN_COMMANDS = ['enroll', 'enrollments', 'listen', 'mock', 'doctor', 'completion', 'help'];

/** The options that every operation's command has of its own. */
export const OWN_OPTIONS = ['help', 'version', 'format', 'body', 'dry-run', 'log'];

/** `add_prospects_enrollments`, `addProspectsEnrollments` → `add-prospects-enrollments`; letters, digits and hyphens alone. */
export function kebabCase(name: string): string {
  return name
    .replaceAll(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1-$2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1-$2')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .toLowerCase();
}

/** Gives each name once: the first of these that is free, or the last with `-2`, `-3` … behind. */
export class FreeNames {
  readonly #taken: Set<string>;

  constructor(taken: readonly string[]) {
    this.#taken = new Set(taken);
  }

  take(...wanted: string[]): string {
    const last = wanted.at(-1) ?? '';
    let free = wanted.find((name) => !this.#taken.has(name));
    for (let count = 2; free === undefined; count++) {
      if (!this.#taken.has(`${last}-${count}`)) free = `${last}-${count}`;
    }
    this.#taken.add(free);
    return free;
  }
}
