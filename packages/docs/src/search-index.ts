// What search looks through: pages and their headings, as a classic script, which works from disk as well.
import { visible } from './html.ts';
import type { Page } from './page.ts';

/** Short names, because there are hundreds: title, page with its fragment, kind, what else it is found by. */
export type Entry = [title: string, href: string, kind: string, more: string];

export function searchEntries(pages: readonly Page[]): Entry[] {
  return pages.flatMap(({ path, title, kind, about, keywords = '', headings, badge }) => {
    const own: Entry = [title, path, kind, [keywords, about].filter(Boolean).join(' · ')];
    // Those of operations are the same on every page.
    const inner = badge === undefined ? headings : [];
    return [own, ...inner.map((heading): Entry => [heading.title, `${path}#${heading.id}`, kind, title])];
  });
}

export function searchScript(pages: readonly Page[]): string {
  const shown = searchEntries(pages).map((entry) => entry.map(visible));
  return `window.agentsourceSearch = ${JSON.stringify(shown)};\n`;
}
