// HTML is made here and nowhere else: whatever is put into a template is escaped, unless it is HTML of ours already.

/** Text that is HTML. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Content = Html | string | number | false | undefined | readonly Content[];

/** Characters that a reader doesn't see as they are: controls, changes of direction, halves of pairs. Lines and tabs stay. */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

/** The same text with what can't be seen spelled out. */
export function visible(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(UNSEEN, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML, within an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return visible(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** A template of HTML: `` html`<p>${text}</p>` ``. */
export function html(strings: TemplateStringsArray, ...contents: Content[]): Html {
  const text = strings.map((string, index) => string + textOf(contents[index]));
  return new Html(text.join(''));
}

function textOf(content: Content): string {
  if (content === undefined || content === false) return '';
  if (content instanceof Html) return content.text;
  if (typeof content === 'string' || typeof content === 'number') return escapeHtml(String(content));
  return content.map(textOf).join('');
}

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
