// Documents that nobody should obey: whatever a place says, the pages hold our own tags only, and no link but to the web.

import { PipelineError } from '@agentsource/openapi/errors';
import { hostileDocuments } from '@agentsource/openapi/testing/hostile';
import { expect, test } from 'vitest';
import { type Tag, tagsOf } from './support/parse.ts';
import { siteOf } from './support/site-of.ts';

const OWN_TAGS = new Set(
  `html head meta title link body a header form label input ul div nav details summary p li main footer script h1 h2 h3 span code
  figure pre section table thead tbody tr th td wbr strong em fieldset legend figcaption hr br ol blockquote small`.split(
    /\s+/,
  ),
);

/** Those of all tricks that HTML, an address or a reader could fall for. */
const TRICKS = /: (?:ends a double-quoted string|Markdown|a path)$/;
const documents = hostileDocuments('http://127.0.0.1:9/').filter(({ name }) => TRICKS.test(name));

test('every `<` is ours', { timeout: 60_000 }, () => {
  let made = 0;
  for (const { name, text } of documents) {
    const files = filesOf(text);
    if (!files) continue;
    made += 1;
    for (const [path, page] of files) {
      if (!path.endsWith('.html')) continue;
      const wrong = tagsOf(page).flatMap(faultsOf);
      expect(wrong, `${name}: ${path}`).toEqual([]);
    }
    const paths = files.map(([path]) => path);
    expect(
      paths.filter((path) => !/^(?:[a-z]+\/)?[a-z\d-]+\.(?:html|js)$/.test(path)),
      name,
    ).toEqual([]);
    const [, index] = files.find(([path]) => path === 'search-index.js') ?? [];
    expect(
      () => JSON.parse((index ?? '').replace(/^window\.agentsourceSearch = |;\n$/g, '')),
      name,
    ).not.toThrow();
  }
  expect(made).toBeGreaterThan(60);
});

/** Undefined for what is refused before there is anything to show. */
function filesOf(text: string) {
  try {
    return siteOf(text);
  } catch (error) {
    if (error instanceof PipelineError) return undefined;
    throw error;
  }
}

function faultsOf({ name, attributes }: Tag): string[] {
  const faults = OWN_TAGS.has(name) ? [] : [`a tag ${name}`];
  for (const [attribute, value] of attributes) {
    if (/^on|^style$|^srcdoc$|^action$/.test(attribute)) faults.push(`${name} ${attribute}`);
    if (attribute === 'src' && !/^(?:\.\.\/)*(?:search-index|site)\.js$/.test(value))
      faults.push(`${name} ${value}`);
    if (attribute !== 'href') continue;
    const isOurs = /^(?:#[\w-]+|(?:\.\.\/)*[\w./-]+|data:,)$/.test(value) && !value.startsWith('//');
    if (!isOurs && !/^https?:\/\//.test(value)) faults.push(`a link to ${value}`);
  }
  return faults;
}
