// Acquires an OpenAPI document from what a person names: one document, one documentation page, or several pages that are merged.

import type { Hit, OpenApiDocument } from '@agentsource/openapi/document';
import { UnreadableError } from '@agentsource/openapi/errors';
import { extractDocument, isJsonText, parseOpenApi } from '@agentsource/openapi/read';
import { stringify } from 'yaml';
import type { Input } from './inputs.ts';
import { lineOf } from './locate.ts';
import { mergePages } from './merge.ts';

export interface Acquisition {
  document: OpenApiDocument;
  /** The name to vendor the document under, relative to spec/: it tells what was published. */
  file: 'openapi.yaml' | 'openapi.json';
  /** The document as it was published; of several pages, their merge. */
  bytes: Uint8Array;
  /** Where a document that was published whole came from. */
  from: string;
  /** The pages it came from, to be vendored beside it; empty when it was published whole. */
  pages: AcquiredPage[];
  /** Where pages said the same in different words, and whose words were kept. */
  merged: Hit[];
}

interface AcquiredPage {
  /** Relative to spec/. */
  file: string;
  from: string;
  bytes: Uint8Array;
}

interface ReadInput extends Input {
  isPage: boolean;
  documentText: string;
  document: OpenApiDocument;
}

/** Throws an UnreadableError, one line that names the source and the cause, unless every input is a document or a page. */
export function acquire(sources: readonly Input[]): Acquisition {
  const inputs = sources.map(readInput);
  const [only, second] = inputs;
  if (only === undefined) throw new UnreadableError('no source given');
  if (second === undefined) return acquireOne(only);
  return acquireSeveral(inputs);
}

function readInput(input: Input): ReadInput {
  const { text, page } = extractDocument(input.text, input.name);
  return {
    ...input,
    isPage: page !== undefined,
    documentText: text,
    document: parseOpenApi(text, input.name),
  };
}

function acquireOne(input: ReadInput): Acquisition {
  return {
    document: input.document,
    file: isJsonText(input.documentText) ? 'openapi.json' : 'openapi.yaml',
    bytes: Buffer.from(input.documentText),
    from: input.from,
    pages: input.isPage ? [pageOf(input)] : [],
    merged: [],
  };
}

function acquireSeveral(inputs: ReadInput[]): Acquisition {
  const whole = inputs.find(({ isPage }) => !isPage);
  if (whole) {
    throw new UnreadableError(
      `${whole.name}: not a documentation page; only pages can be merged with others`,
    );
  }
  // In order of file name, so that the order in which they were named makes no difference.
  const pages = inputs
    .map((input) => ({ ...input, ...pageOf(input) }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  refuseSameFile(pages);
  const { document, hits } = mergePages(pages.map((page) => ({ ...page, locate: locator(page) })));
  return {
    document,
    file: 'openapi.yaml',
    bytes: Buffer.from(stringify(document, { lineWidth: 0, aliasDuplicateObjects: false })),
    from: 'the pages',
    pages: pages.map(({ file, from, bytes }) => ({ file, from, bytes })),
    merged: hits,
  };
}

function locator({ name, text, documentText }: ReadInput): (pointer: string) => string {
  const above = text.slice(0, text.indexOf(documentText)).split('\n').length - 1;
  return (pointer) => `${name}:${above + lineOf(documentText, pointer)}`;
}

function pageOf({ from, bytes }: Input): AcquiredPage {
  const last = from.split('/').at(-1) ?? '';
  const stem = last
    .replace(/\.mdx?$/i, '')
    .replaceAll(/[^\w.-]+/g, '-')
    .replace(/^\.+/, '');
  return { file: `pages/${stem || 'page'}.md`, from, bytes };
}

function refuseSameFile(pages: { file: string; name: string }[]): void {
  for (const [index, page] of pages.entries()) {
    const other = pages[index + 1];
    if (other?.file.toLowerCase() !== page.file.toLowerCase()) continue;
    throw new UnreadableError(
      `${page.name} and ${other.name} would both be vendored as spec/${page.file}; rename one`,
    );
  }
}
