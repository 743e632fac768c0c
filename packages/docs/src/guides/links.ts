// Where the links of our READMEs lead on the site: to the page that has the section, or to the file in the repository.
import { posix } from 'node:path';
import { headingId } from '../markdown.ts';
import { guidesOf, type Part, START } from './contents.ts';
import { sectionsOf } from './cut.ts';

/** Pages by what they show: `packages/client/README.md`, and `packages/client/README.md#errors` for its sections. */
export type Places = ReadonlyMap<string, string>;

const HEADING = /^#{1,6} (.+)$/gm;

export function placesOf(texts: ReadonlyMap<string, string>): Places {
  const places = new Map<string, string>();
  const add = (key: string, page: string) => {
    if (!places.has(key)) places.set(key, page);
  };
  const addPart = ({ file, sections }: Part, page: string) => {
    for (const { heading, text } of sectionsOf(texts.get(file) ?? '')) {
      if (sections && !sections.includes(heading)) continue;
      if (heading === '') add(file, page);
      for (const [, title = ''] of text.matchAll(HEADING)) {
        const id = headingId(title.replaceAll('`', ''));
        add(`${file}#${id}`, title.startsWith('@') ? page : `${page}#${id}`);
      }
    }
  };
  for (const { slug, parts } of guidesOf(texts)) {
    for (const part of parts) addPart(part, `guides/${slug}.html`);
  }
  addPart(START, 'index.html');
  return places;
}

export interface LinkContext {
  places: Places;
  /** The README that is shown, from the repository's root. */
  file: string;
  /** The repository on the web. */
  repository: string;
}

/** A page of the site, from its root; an address in the repository for what is none; undefined for what leads out of it. */
export function resolveLink(target: string, { places, file, repository }: LinkContext): string | undefined {
  const [path = '', fragment] = target.split('#');
  const linked = path === '' ? file : posix.normalize(posix.join(posix.dirname(file), path));
  if (linked.startsWith('..') || posix.isAbsolute(linked) || /^[a-z][a-z\d+.-]*:/i.test(path))
    return undefined;
  const readme = posix.join(linked, 'README.md');
  const keys =
    fragment === undefined
      ? [linked, readme]
      : [`${linked}#${fragment}`, `${readme}#${fragment}`, linked, readme];
  const page = keys.map((key) => places.get(key)).find((found) => found !== undefined);
  return page ?? `${repository}/blob/main/${linked}${fragment === undefined ? '' : `#${fragment}`}`;
}
