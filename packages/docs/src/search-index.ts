// What search looks through: pages and their headings, as a classic script, which works from disk as well.
import type { Html } from '@agentsource/openapi/html';
import type { Page } from './page.ts';
import { visible } from './visible.ts';

/** Page with its fragment as `href`; in `more` what else it is found by; its name in programs; and the words of its text. */
export type Entry = [title: string, href: string, kind: string, more: string, name?: string, text?: string];

export function searchEntries(pages: readonly Page[]): Entry[] {
  return pages.flatMap(({ path, title, kind, about, name = '', keywords = '', headings, badge, body }) => {
    const more = [keywords, about].filter(Boolean).join(' · ');
    const own: Entry = [title, path, kind, more, name, wordsIn(body)];
    // Those of operations are the same on every page.
    const inner = badge === undefined ? headings : [];
    return [own, ...inner.map((heading): Entry => [heading.title, `${path}#${heading.id}`, kind, title])];
  });
}

/** Each once, as the script spells what is looked for. */
function wordsIn({ text }: Html): string {
  const plain = text.replaceAll(/<[^>]*>|&#?\w+;/g, ' ').replaceAll(/([a-z\d])([A-Z])/g, '$1 $2');
  return [...new Set(plain.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu))].join(' ');
}

export function searchScript(pages: readonly Page[]): string {
  const shown = searchEntries(pages).map((entry) => entry.map((text = '') => visible(text)));
  return `window.agentsourceSearch = ${JSON.stringify(shown)};\n`;
}
