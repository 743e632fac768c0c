// Markdown as HTML: that of our READMEs, and that of a document, which is a stranger's. Raw HTML is text, links lead to pages and
// addresses of mail alone, and nothing is fetched: an image is a link to it.

import { escapeHtml, Html, html } from '@agentsource/openapi/html';
import MarkdownIt, { type Env, type Token } from 'markdown-it';
import { slug, type UniqueSlugs } from './slugs.ts';
import { visible } from './visible.ts';

export interface Heading {
  id: string;
  title: string;
  level: number;
}

export interface Rendered {
  html: Html;
  headings: Heading[];
}

export interface MarkdownOptions {
  /** Where a link leads that is none to the web; by default nowhere. */
  resolveLink?: (target: string) => string | undefined;
  /** Names that headings have taken on the same page already; without, headings are bold lines that no link leads to. */
  slugs?: UniqueSlugs;
  /** Added to the level of each heading. */
  deeper?: number;
}

interface Environment extends MarkdownOptions {
  headings: Heading[];
}

/** What `markdown()` hands over, as the library carries it along. */
function environmentOf(env: Env | undefined): Environment {
  return env as unknown as Environment;
}

const WEB = /^(?:https?:\/\/|mailto:)[^\s]+$/i;

const parser = new MarkdownIt({ html: false, linkify: false, typographer: false });
// All of them are looked at when they are written.
parser.validateLink = () => true;

/** Our own text, or a stranger's. */
export function markdown(text: string, options: MarkdownOptions = {}): Rendered {
  const environment: Environment = { ...options, headings: [] };
  return {
    html: new Html(parser.render(visible(text), environment as unknown as Env)),
    headings: environment.headings,
  };
}

/** A line of it. */
export function inlineMarkdown(text: string): Html {
  return new Html(parser.renderInline(visible(text), { headings: [] }));
}

/** The words of it, without markup. */
export function wordsOf(text: string): string {
  return wordsOfTokens(parser.parse(visible(text), {}))
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function wordsOfTokens(tokens: readonly Token[]): string {
  return tokens
    .map((token) =>
      token.children ? wordsOfTokens(token.children) : token.nesting === 0 ? token.content || ' ' : ' ',
    )
    .join('');
}

/** As GitHub names headings, whose links our READMEs have. */
export function headingId(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

const rules = parser.renderer.rules;

rules.link_open = (tokens, index, _options, env) => {
  const target = String(tokens[index]?.attrGet('href') ?? '');
  const href = WEB.test(target) ? target : environmentOf(env).resolveLink?.(target);
  const close = closing(tokens, index);
  if (href === undefined) {
    // What it says stays, without a link.
    if (close) close.hidden = true;
    return '';
  }
  return WEB.test(href)
    ? `<a href="${escapeHtml(href)}" rel="noreferrer">`
    : `<a href="${escapeHtml(href)}">`;
};
rules.link_close = (tokens, index) => (tokens[index]?.hidden ? '' : '</a>');

/** The token that ends a link. */
function closing(tokens: Token[], index: number): Token | undefined {
  const level = tokens[index]?.level;
  return tokens.slice(index + 1).find((token) => token.type === 'link_close' && token.level === level);
}

rules.image = (tokens, index) => {
  const source = String(tokens[index]?.attrGet('src') ?? '');
  const words = tokens[index]?.content || 'picture';
  return WEB.test(source) ? html`<a href="${source}" rel="noreferrer">${words}</a>`.text : escapeHtml(words);
};

rules.heading_open = (tokens, index, _options, env) => {
  const { slugs, headings, deeper = 0 } = environmentOf(env);
  if (!slugs) return '<p><strong>';
  const title = wordsOfTokens(tokens[index + 1]?.children ?? []).trim();
  const id = slugs.take(headingId(title) || slug(title));
  const level = levelOf(tokens[index], deeper);
  headings.push({ id, title, level });
  return `<h${level} id="${escapeHtml(id)}">`;
};

rules.heading_close = (tokens, index, _options, env) => {
  const { slugs, headings, deeper = 0 } = environmentOf(env);
  if (!slugs) return '</strong></p>\n';
  const { id = '', title = '' } = headings.at(-1) ?? {};
  const anchor = html`<a class="anchor" href="#${id}" aria-label="Link to “${title}”">#</a>`;
  return `${anchor.text}</h${levelOf(tokens[index], deeper)}>\n`;
};

function levelOf(token: Token | undefined, deeper: number): number {
  return Math.min(6, Math.max(1, Number(token?.tag.slice(1)) + deeper));
}

rules.fence = (tokens, index) => {
  const { content, info } = tokens[index] as Token;
  const [, name] = info.trim().split(/\s+/);
  return codeBlock(content, name).text;
};
rules.code_block = (tokens, index) => codeBlock(tokens[index]?.content ?? '').text;

rules.table_open = () => '<div class="table" role="region" aria-label="Table" tabindex="0"><table>\n';
rules.table_close = () => '</table></div>\n';

/** A program or an answer; scrolled by keys too. */
export function codeBlock(text: string, name?: string): Html {
  const caption = name ? html`<figcaption>${name}</figcaption>` : '';
  return html`<figure class="code">${caption}<pre tabindex="0"><code>${text.replace(/\n$/, '')}</code></pre></figure>`;
}
