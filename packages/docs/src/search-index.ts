// What search looks through: pages and their headings, as a classic script, which works from disk as well.
import { visible } from './html.ts';
import type { Page } from './page.ts';

/** Page with its fragment as `href`; in `more` what else it is found by; and its name in programs. */
export type Entry = [title: string, href: string, kind: string, more: string, name?: string];

export function searchEntries(pages: readonly Page[]): Entry[] {
  return pages.flatMap(({ path, title, kind, about, name, keywords = '', headings, badge }) => {
    const own: Entry = [title, path, kind, [keywords, about].filter(Boolean).join(' · ')];
    if (name !== undefined) own.push(name);
    // Those of operations are the same on every page.
    const inner = badge === undefined ? headings : [];
    return [own, ...inner.map((heading): Entry => [heading.title, `${path}#${heading.id}`, kind, title])];
  });
}

export function searchScript(pages: readonly Page[]): string {
  const shown = searchEntries(pages).map((entry) => entry.map((text = '') => visible(text)));
  return `window.agentsourceSearch = ${JSON.stringify(shown)};\n`;
}
