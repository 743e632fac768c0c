// The site of a document, beside texts that are as small as they may be.

import { normalise } from '@agentsource/openapi/normalise';
import { parseOpenApi } from '@agentsource/openapi/read';
import { composeSite, type SiteFile, type SiteInput } from '../../src/site.ts';

const README = '# agentsource\n\n## Calling the API\n\nSo.\n\n## Trying it out\n\nSo.\n';

export function inputOf(document: object | string, more: Partial<SiteInput> = {}): SiteInput {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return {
    document: JSON.stringify(normalise(parseOpenApi(text, 'document')).document),
    settings: 'securityScheme: Key\nenvironmentVariable: THINGS_KEY\nserver: https://things.example\n',
    texts: new Map([['README.md', README]]),
    repository: 'https://github.com/agentsource/agentsource',
    api: [],
    changelogs: new Map(),
    changesets: [],
    ...more,
  };
}

export function siteOf(document: object | string, more: Partial<SiteInput> = {}): SiteFile[] {
  return composeSite(inputOf(document, more));
}

/** One page. */
export function pageOf(files: readonly SiteFile[], path: string): string {
  const [, text] = files.find(([name]) => name === path) ?? [];
  if (text === undefined)
    throw new Error(`no page ${path}: there are ${files.map(([name]) => name).join(', ')}`);
  return text;
}
