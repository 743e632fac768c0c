// The whole site, from what it is made of: pure, so that it is made in a process that can do nothing else.
import { parseClientSettings } from '@agentsource/codegen/client-settings';
import { apiKeyHeader } from '@agentsource/codegen/security';
import { defaultBaseUrl } from '@agentsource/codegen/servers';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { html } from '@agentsource/openapi/html';
import type { ApiEntry } from './api/model.ts';
import { apiPages } from './api/pages.ts';
import { type ChangelogInput, changelogPage } from './changelog/page.ts';
import { frame } from './frame.ts';
import { guidePages, startPage } from './guides/pages.ts';
import type { Page } from './page.ts';
import { operations } from './reference/operations.ts';
import { operationPages, referencePage } from './reference/pages.ts';
import { searchScript } from './search-index.ts';
import { visible } from './visible.ts';

export interface SiteInput extends ChangelogInput {
  /** The built document, as JSON. */
  document: string;
  /** The text of spec/client.yaml. */
  settings: string;
  /** Markdown by its path from the repository's root. */
  texts: ReadonlyMap<string, string>;
  /** The repository on the web. */
  repository: string;
  api: readonly ApiEntry[];
}

/** A file of the site: path from its root, and text. */
export type SiteFile = [path: string, text: string];

/** Every file but those of assets/. */
export function composeSite(input: SiteInput): SiteFile[] {
  const pages = pagesOf(input);
  const { title, version } = (JSON.parse(input.document) as OpenApiDocument).info;
  const site = { pages, document: `${title} ${version}`, repository: input.repository };
  return [
    ...pages.map((page): SiteFile => [page.path, visible(frame(page, site))]),
    ['search-index.js', searchScript(pages)],
  ];
}

/** In the order of the navigation. */
export function pagesOf(input: SiteInput): Page[] {
  const document = JSON.parse(input.document) as OpenApiDocument;
  const settings = parseClientSettings(input.settings);
  const service = {
    baseUrl: defaultBaseUrl(document, settings),
    keyHeader: apiKeyHeader(document, settings),
    variable: settings.environmentVariable,
  };
  const all = operations(document, settings.environmentVariable);
  const context = { document, service };
  const guides = guidePages(input);
  return [
    startPage(input, nextSteps(guides)),
    ...guides,
    referencePage(all, context),
    ...operationPages(all, context),
    ...apiPages(input.api),
    changelogPage(input),
  ];
}

function nextSteps(guides: readonly Page[]) {
  const cards = guides.map(
    ({ path, title, about }) => html`<li><a href="${path}">${title}</a><p>${about}</p></li>
`,
  );
  return html`<h2 id="guides">Guides</h2><ul class="cards">${cards}</ul>
<p>Then there is every operation of the document in the <a href="reference/index.html">list of operations</a>, and everything that the packages
export in <a href="api/index.html">their API</a>.</p>`;
}
