// What changed by version: the packages' changelogs, newest first, and before them what the next release will say.
import { type Html, html } from '@agentsource/openapi/html';
import { type Heading, markdown } from '../markdown.ts';
import type { Page } from '../page.ts';
import { UniqueSlugs } from '../slugs.ts';

export interface ChangelogInput {
  /** Changelogs by the name of their package. */
  changelogs: ReadonlyMap<string, string>;
  /** Texts of changesets that are not released, in the order of their names. */
  changesets: readonly string[];
}

interface Entry {
  version: string;
  packageName: string;
  text: string;
}

export function changelogPage({ changelogs, changesets }: ChangelogInput): Page {
  const slugs = new UniqueSlugs();
  const entries = [...changelogs].flatMap(([packageName, text]) => entriesOf(packageName, text));
  const versions = [...Map.groupBy(entries, ({ version }) => version)].sort(([a], [b]) => newer(a, b));
  const headings: Heading[] = [];
  const section = (title: string, body: Html) => {
    const id = slugs.take(title.toLowerCase().replaceAll(/[^\w.-]+/g, '-'));
    headings.push({ id, title, level: 2 });
    return html`<h2 id="${id}">${title}</h2>${body}`;
  };
  const unreleased = changesets.flatMap((text) => changesetOf(text) ?? []);
  const next = unreleased.length > 0 && section('Not yet released', html`${unreleased}`);
  const released = versions.map(([version, all]) =>
    section(
      version,
      html`${all.map(({ packageName, text }) => html`<h3><code>${packageName}</code></h3>${markdown(text).html}`)}`,
    ),
  );
  const none = html`<p>Nothing has been released yet.</p>`;
  return {
    path: 'changelog.html',
    title: 'Changelog',
    about: 'What changed, by version.',
    kind: 'Changelog',
    headings,
    body: html`<h1>Changelog</h1>${next}${released.length > 0 ? released : none}`,
  };
}

/** `## 1.2.0` and what is below it. */
function entriesOf(packageName: string, changelog: string): Entry[] {
  return changelog
    .split(/^## (?=\d)/m)
    .slice(1)
    .map((text) => {
      const [version = '', ...lines] = text.split('\n');
      return { version: version.trim(), packageName, text: lines.join('\n') };
    });
}

/** By the three numbers; what is alike in them by its text. */
function newer(a: string, b: string): number {
  const numbers = (version: string) => version.split(/\D+/).map(Number);
  const [left, right] = [numbers(a), numbers(b)];
  const at = [0, 1, 2].find((index) => left[index] !== right[index]);
  return at === undefined ? (a < b ? 1 : -1) : (right[at] ?? 0) - (left[at] ?? 0);
}

/** The front matter names packages and how much changes; the rest is told. */
function changesetOf(changeset: string): Html | undefined {
  const [, front = '', text = ''] = /^---\n(.*?)\n?---\n(.*)$/s.exec(changeset) ?? [];
  const packages = [...front.matchAll(/^["']?(@?[\w/.-]+)["']?: (\w+)$/gm)];
  if (packages.length === 0) return undefined;
  const names = packages.map(
    ([, name = '', how = '']) => html`<code>${name}</code> <span class="tag">${how}</span> `,
  );
  return html`<div class="change"><p>${names}</p>${markdown(text).html}</div>
`;
}
