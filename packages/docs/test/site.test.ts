// The site as this repository has it: everything is there, and every link leads somewhere.

import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { everyPlace } from '@agentsource/openapi/testing/hostile';
import { operationsOf } from '@agentsource/openapi/walk';
import { describe, expect, test } from 'vitest';
import { GUIDES, START } from '../src/guides/contents.ts';
import { sectionsOf } from '../src/guides/cut.ts';
import { searchEntries } from '../src/search-index.ts';
import { composeSite, pagesOf, type SiteFile } from '../src/site.ts';
import { publishedFolders, readSources } from '../src/sources.ts';
import { styleSheet } from '../src/write.ts';
import { API } from './support/api.ts';
import { tagsOf } from './support/parse.ts';
import { pageOf, siteOf } from './support/site-of.ts';

const input = readSources(API);
const files = composeSite(input);
const document = JSON.parse(input.document) as OpenApiDocument;

describe('the guides', () => {
  const parts = [START, ...GUIDES.flatMap((guide) => guide.parts)].filter(({ file }) =>
    input.texts.has(file),
  );

  test.each(parts)('every section of $file is there', ({ file, sections = [] }) => {
    const known = sectionsOf(input.texts.get(file) ?? '').map(({ heading }) => heading);
    expect(sections.filter((heading) => !known.includes(heading))).toEqual([]);
  });

  test('nothing that a published package says of itself is left out', () => {
    const left = publishedFolders().flatMap((folder) => {
      const own = parts.filter(({ file }) => file === `${folder}/README.md`);
      const isWhole = own.some(({ sections }) => sections === undefined);
      const shown = new Set(own.flatMap(({ sections = [] }) => sections));
      const known = sectionsOf(input.texts.get(`${folder}/README.md`) ?? '').map(({ heading }) => heading);
      return isWhole
        ? []
        : known.filter((heading) => !shown.has(heading)).map((heading) => `${folder}: ${heading}`);
    });
    expect(left).toEqual([]);
  });
});

describe('the operations', () => {
  const all = operationsOf(document);

  test.each(all)('$method $path', ({ method, path, operation }) => {
    const id = String(operation.operationId);
    const page = pageOf(files, `reference/${id.replaceAll('_', '-')}.html`);
    expect(page).toContain(
      `<span class="method ${method}">${method.toUpperCase()}</span> <code>${path}</code>`,
    );
    for (const name of ['TypeScript', 'Command line', 'cURL']) expect(page).toContain(`aria-label="${name}"`);
    for (const status of Object.keys(operation.responses as object))
      expect(page).toContain(`<code>${status}</code>`);
    expect(page).toContain('href="http://127.0.0.1:4010/"');
  });

  test('their fields, with what is asked of them', () => {
    const page = pageOf(files, 'reference/add-prospects-enrollments.html').replaceAll('<wbr>', '');
    expect(page).toMatch(/<code>prospect_ids<\/code><span class="required">required<\/span>/);
    expect(page).toContain('1 to 20 items; each 40 characters of a-f and 0-9');
    expect(page).toContain(
      'agentsource add-prospects-enrollments \\\n  --enrollment-key tech_executives_monitor',
    );
    expect(page).toContain('curl -X POST https://api.explorium.ai/v1/prospects/events/enrollments');
  });

  test('search finds each by its id, its path and its function', () => {
    const entries = searchEntries(pagesOf(input));
    for (const { operation, path } of all) {
      const page = `reference/${String(operation.operationId).replaceAll('_', '-')}.html`;
      const [, , , more = '', name] = entries.find(([, href]) => href === page) ?? [];
      expect(name).toBe(operation.operationId);
      expect(more).toContain(path);
    }
  });

  test('and guides by the words of their text', () => {
    const textOf = (path: string) => searchEntries(pagesOf(input)).find(([, href]) => href === path)?.[5];
    expect(textOf('guides/retries-and-limits.html')).toMatch(/(^| )429 /);
    expect(textOf('guides/command-line.html')).toMatch(/ resend /);
  });
});

test('every link leads to a page, and to a place on it', () => {
  expect(deadLinks(files)).toEqual([]);
});

test('a link that leads nowhere is found', () => {
  const broken = files.map(
    ([path, text]): SiteFile => [path, text.replaceAll('guides/errors.html', 'guides/mistakes.html')],
  );
  expect(deadLinks(broken)).not.toEqual([]);
});

test('no page asks for anything but what lies beside it', () => {
  const asked = files.flatMap(([path, text]) =>
    path.endsWith('.html')
      ? tagsOf(text).flatMap(({ name, attributes }) => (name === 'a' ? [] : [...attributes]))
      : [],
  );
  const addresses = asked.filter(
    ([name, value]) => /^(?:src|href|srcset|action|poster|data)$/.test(name) && value !== 'data:,',
  );
  expect(addresses.filter(([, value]) => /^[a-z]+:|^\/\//i.test(value))).toEqual([]);
});

test('with 69 operations the first page is under 300 kB, gzipped, with all that it asks for', () => {
  const item = JSON.stringify(Object.values(everyPlace().paths as object)[0]);
  const paths = Object.fromEntries(
    Array.from({ length: 69 }, (_, index) => [
      `/things${index}/{id}`,
      JSON.parse(item.replaceAll('change_thing', `change_${index}`)),
    ]),
  );
  const many = siteOf({ ...everyPlace(), paths }, { texts: input.texts, api: input.api });
  expect(many.filter(([path]) => path.startsWith('reference/change-'))).toHaveLength(69);
  const script = readFileSync(join(import.meta.dirname, '..', 'assets', 'site.js'), 'utf8');
  const texts = [pageOf(many, 'index.html'), pageOf(many, 'search-index.js'), styleSheet(), script];
  const size = texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
  expect(size).toBeLessThan(300_000);
});

/** `page: link` for each that leads nowhere on the site. */
function deadLinks(all: readonly SiteFile[]): string[] {
  const pages = new Map(
    all.filter(([path]) => path.endsWith('.html')).map(([path, text]) => [path, tagsOf(text)]),
  );
  const ids = new Map(
    [...pages].map(([path, tags]) => [path, new Set(tags.map((tag) => tag.attributes.get('id')))]),
  );
  return [...pages].flatMap(([path, tags]) =>
    tags.flatMap(({ name, attributes }) => {
      const href = attributes.get('href');
      if (name !== 'a' || href === undefined || /^(?:https?|mailto):/.test(href)) return [];
      const [file = '', id] = href.split('#');
      const target = file === '' ? path : posix.join(posix.dirname(path), file);
      return ids.get(target)?.has(id ?? undefined) || (id === undefined && ids.has(target))
        ? []
        : [`${path}: ${href}`];
    }),
  );
}
