// A page for each entry point of a package: what it exports, as its JSDoc says.
import { type Html, html } from '@agentsource/openapi/html';
import { codeBlock, type Heading, inlineMarkdown, markdown } from '../markdown.ts';
import type { Page } from '../page.ts';
import { slug, UniqueSlugs } from '../slugs.ts';
import type { ApiEntry, ApiExport, ApiMember, ApiTag } from './model.ts';

/** Longer declarations of members are cut off. */
const LONGEST_MEMBER = 400;

/** In which order, and under which heading. */
const KINDS = [
  ['Function', 'Functions'],
  ['Class', 'Classes'],
  ['Interface', 'Interfaces'],
  ['Type Alias', 'Types'],
  ['Variable', 'Values'],
] as const;

export function apiPages(entries: readonly ApiEntry[]): Page[] {
  return [listPage(entries), ...entries.map(entryPage)];
}

function pathOf(module: string): string {
  return `api/${slug(module.replace('@agentsource/', ''))}.html`;
}

function listPage(entries: readonly ApiEntry[]): Page {
  const items = entries.map(
    ({ module, exports }) => html`<li><a href="../${pathOf(module)}"><code>${module}</code></a>
<p>${exports.map(({ name }, index) => html`${index > 0 ? ', ' : ''}<code>${name}</code>`)}</p></li>
`,
  );
  return {
    path: 'api/index.html',
    title: 'API of the packages',
    about: 'What each package exports.',
    kind: 'API',
    headings: [],
    body: html`<h1>API of the packages</h1><ul class="modules">${items}</ul>`,
  };
}

function entryPage({ module, exports }: ApiEntry): Page {
  const slugs = new UniqueSlugs();
  const headings: Heading[] = [];
  const known = new Set(KINDS.map(([kind]) => kind as string));
  const groups = [...KINDS, ['', 'Others'] as const].map(([kind, title]) => {
    const members = exports.filter((one) => (kind === '' ? !known.has(one.kind) : one.kind === kind));
    if (members.length === 0) return '';
    const id = slugs.take(slug(title));
    headings.push({ id, title, level: 2 });
    const shown = [...members].sort(byName).map((one) => {
      const own = slugs.take(slug(one.name));
      headings.push({ id: own, title: one.name, level: 3 });
      return exported(one, own);
    });
    return html`<h2 id="${id}">${title}</h2>${shown}`;
  });
  return {
    path: pathOf(module),
    title: module,
    shortTitle: module.replace('@agentsource/', ''),
    about: `What ${module} exports.`,
    kind: 'API',
    headings,
    body: html`<h1><code>${module}</code></h1>${codeBlock(`import { … } from '${module}';`)}${groups}`,
  };
}

function byName(a: ApiExport, b: ApiExport): number {
  return a.name < b.name ? -1 : 1;
}

function exported(one: ApiExport, id: string): Html {
  return html`<section class="export"><h3 id="${id}"><code>${one.name}</code><a class="anchor" href="#${id}" aria-label="Link to ${one.name}">#</a></h3>
${one.declaration !== '' && codeBlock(one.declaration)}${saidOf(one)}${membersOf(one)}</section>
`;
}

function saidOf({ doc, tags }: ApiMember): Html {
  const named = tags.filter(({ tag }) => tag === '@param' || tag === '@throws' || tag === '@returns');
  const items = named.map(
    ({ tag, name, text }) =>
      html`<li><span class="tag">${WORDS[tag]}</span> ${nameOf(tag, name)}${inlineMarkdown(text)}</li>`,
  );
  return html`${doc !== '' && markdown(doc).html}${items.length > 0 && html`<ul class="tags">${items}</ul>`}
${tags.filter(({ tag }) => tag === '@default').map(({ text }) => html`<p>Default ${asCode(text)}</p>`)}
${tags.filter(({ tag }) => tag === '@example').map(exampleOf)}
${tags.filter(({ tag }) => tag === '@deprecated').map(({ text }) => html`<p class="note"><strong>Deprecated.</strong> ${text}</p>`)}`;
}

const WORDS: Record<string, string> = { '@param': 'Takes', '@throws': 'Throws', '@returns': 'Gives' };

function nameOf(tag: string, name: string): Html | string {
  return tag === '@param' && name !== '' ? html`<code>${name}</code>: ` : '';
}

/** Default values come as a fence where TypeDoc made one of them. */
function asCode(text: string): Html {
  return html`<code>${text.replaceAll(/^```\w*\n|\n?```$/g, '')}</code>`;
}

function exampleOf({ text }: ApiTag): Html {
  return /^```|\n```/.test(text) ? markdown(text).html : codeBlock(text);
}

function membersOf({ name, members }: ApiExport): Html | undefined {
  if (members.length === 0) return undefined;
  const rows = members.map((member) => {
    const { declaration } = member;
    const isLong = declaration.length > LONGEST_MEMBER;
    const text = isLong ? `${declaration.slice(0, LONGEST_MEMBER).toWellFormed()}…` : declaration;
    return html`<dt><code>${text || member.name}</code></dt><dd>${saidOf(member)}</dd>
`;
  });
  return html`<details${members.length <= 12 && html` open`}><summary>${members.length} ${members.length === 1 ? 'member' : 'members'}<span class="unseen"> of ${name}</span></summary><dl class="members">${rows}</dl></details>`;
}
