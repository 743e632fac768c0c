// The guides and the first page, cut from the READMEs.
import { type Html, html } from '@agentsource/openapi/html';
import { type Heading, markdown } from '../markdown.ts';
import { type Page, toRoot } from '../page.ts';
import { UniqueSlugs } from '../slugs.ts';
import { type Guide, guidesOf, type Part, START } from './contents.ts';
import { cut } from './cut.ts';
import { type Places, placesOf, resolveLink } from './links.ts';

export interface GuideInput {
  /** READMEs by their path from the repository's root. */
  texts: ReadonlyMap<string, string>;
  /** The repository on the web. */
  repository: string;
}

export function guidePages(input: GuideInput): Page[] {
  const places = placesOf(input.texts);
  return guidesOf(input.texts).map((guide) => guidePage(guide, input, places));
}

function guidePage({ slug, title, about, parts }: Guide, input: GuideInput, places: Places): Page {
  const path = `guides/${slug}.html`;
  const slugs = new UniqueSlugs();
  const rendered = parts.map((part) => renderPart(part, path, { input, places, slugs }));
  return {
    path,
    title,
    about,
    kind: 'Guide',
    body: html`<h1>${title}</h1>${rendered.map(({ html: body }) => body)}`,
    headings: rendered.flatMap(({ headings }) => headings),
  };
}

interface PartContext {
  input: GuideInput;
  places: Places;
  slugs: UniqueSlugs;
}

function renderPart(
  { file, sections }: Part,
  path: string,
  { input, places, slugs }: PartContext,
): { html: Html; headings: Heading[] } {
  const text = cut(input.texts.get(file) ?? '', sections);
  const context = { places, file, repository: input.repository };
  return markdown(text, {
    slugs,
    resolveLink: (target) => {
      const page = resolveLink(target, context);
      if (page === undefined || /^https:/.test(page)) return page;
      return page.startsWith(`${path}#`) ? page.slice(path.length) : toRoot(path) + page;
    },
  });
}

/** The first page: what the front page of the repository says, then where to go. */
export function startPage(input: GuideInput, more: Html): Page {
  const rendered = renderPart(START, 'index.html', {
    input,
    places: placesOf(input.texts),
    slugs: new UniqueSlugs(),
  });
  return {
    path: 'index.html',
    title: 'agentsource',
    shortTitle: 'Start',
    about: 'What it is, how to install it, and a first call.',
    kind: 'Guide',
    body: html`<h1>agentsource</h1>${rendered.html}${more}`,
    headings: rendered.headings,
  };
}
