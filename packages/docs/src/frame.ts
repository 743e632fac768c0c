// What is around each page: head, navigation, search, and the headings of the page.
import { type Html, html } from '@agentsource/openapi/html';
import { type Page, toRoot } from './page.ts';

export interface Site {
  pages: readonly Page[];
  /** `Partner Service 0.2.349`. */
  document: string;
  /** The repository on the web. */
  repository: string;
}

const SECTIONS = [
  ['Guide', 'Guides'],
  ['Operation', 'Operations'],
  ['API', 'Packages'],
] as const;

export function frame(page: Page, site: Site): string {
  const root = toRoot(page.path);
  const title = page.path === 'index.html' ? page.title : `${page.title} · agentsource`;
  return `<!doctype html>
${
  html`<html lang="en" data-root="${root}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' data: file:">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${page.about}">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${root}site.css">
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
${header(root)}
<div class="columns">
<nav class="pages" aria-label="Pages"><details class="menu" open><summary>Menu</summary>${navigation(page, site, root)}</details></nav>
<main id="content" tabindex="-1">
${page.body}
${footer(site)}
</main>
${onThisPage(page)}
</div>
<script src="${root}search-index.js"></script>
<script src="${root}site.js"></script>
</body>
</html>`.text
}
`;
}

function header(root: string): Html {
  return html`<header class="top"><a class="name" href="${root}index.html">agentsource</a>
<form class="search" role="search" hidden><label class="unseen" for="search">Search</label>
<input id="search" type="search" placeholder="Search  /" autocomplete="off" role="combobox" aria-expanded="false" aria-controls="found" aria-autocomplete="list">
<ul id="found" role="listbox" aria-label="Found" hidden></ul></form></header>`;
}

function navigation(page: Page, { pages }: Site, root: string): Html {
  const link = (one: Page) => navigationLink(one, page, root);
  const sections = SECTIONS.map(([kind, title]) => {
    const members = pages.filter((one) => one.kind === kind);
    const grouped = Map.groupBy(members, ({ group = '' }) => group);
    const lists = [...grouped].map(([group, all]) =>
      group === '' ? html`<ul>${all.map(link)}</ul>` : groupOf(group, all, page, link),
    );
    return html`<p class="section">${title}</p>${lists}`;
  });
  const others = pages.filter(({ kind }) => kind === 'Changelog');
  return html`${sections}<p class="section">More</p><ul>${others.map(link)}</ul>`;
}

function groupOf(name: string, all: readonly Page[], page: Page, link: (one: Page) => Html): Html {
  const isHere = all.includes(page);
  const isOpen = isHere || all.length <= 10;
  return html`<details${isOpen && html` open`}><summary>${name}</summary><ul>${all.map(link)}</ul></details>`;
}

function navigationLink(one: Page, page: Page, root: string): Html {
  const isHere = one === page;
  const badge =
    one.badge !== undefined && html`<span class="method ${one.badge}">${one.badge.toUpperCase()}</span> `;
  return html`<li><a href="${root}${one.path}"${isHere && html` aria-current="page"`}>${badge}${one.shortTitle ?? one.title}</a></li>
`;
}

function onThisPage({ headings }: Page): Html | string {
  const shown = headings.filter(({ level }) => level <= 3);
  if (shown.length < 2) return '';
  const items = shown.map(
    ({ id, title, level }) => html`<li class="level-${level}"><a href="#${id}">${title}</a></li>
`,
  );
  return html`<nav class="headings" aria-label="On this page"><p class="section">On this page</p><ul>${items}</ul></nav>`;
}

function footer({ document, repository }: Site): Html {
  return html`<footer><p>Made from ${document} and from the packages themselves. Unofficial: not made, reviewed or endorsed by Explorium.
<a href="${repository}" rel="noreferrer">Source</a></p></footer>`;
}
