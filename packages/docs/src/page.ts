// A page of the site, before it has its frame.
import type { Html } from '@agentsource/openapi/html';
import type { Heading } from './markdown.ts';

type Kind = 'Guide' | 'Operation' | 'API' | 'Changelog';

export interface Page {
  /** From the site's root. */
  path: string;
  title: string;
  /** One line, for search and lists of pages. */
  about: string;
  kind: Kind;
  body: Html;
  /** In the order of the page. */
  headings: Heading[];
  /** What search finds it by, beside title and headings. */
  keywords?: string;
  /** What a program calls it: search for that finds it first. */
  name?: string;
  /** Within its kind, in the navigation. */
  group?: string;
  /** What the navigation calls it, where there is no room for its title. */
  shortTitle?: string;
  /** A word before its title in the navigation: an operation's method. */
  badge?: string;
}

/** From a page to the site's root, which may be anywhere: `../` for `guides/errors.html`. */
export function toRoot(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}
