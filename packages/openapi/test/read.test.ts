// Pages and documents as text: what is read of them, and what is refused.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { extractDocument, parseOpenApi } from '../src/read.ts';
import { documentWith, FIXTURE_SPEC } from '../testing/support.ts';

const page = readFileSync(join(FIXTURE_SPEC, 'pages/add_prospects_enrollments.md'), 'utf8');

describe('a documentation page', () => {
  test('yields exactly what stands in its OpenAPI fence', () => {
    const { text } = extractDocument(page, 'page.md');
    expect(text.startsWith('openapi: 3.1.0\n')).toBe(true);
    expect(text.endsWith('      name: api_key\n\n')).toBe(true);
    expect(page).toContain(`\`\`\`\`yaml post /v1/prospects/events/enrollments\n${text}\`\`\`\``);
    expect(parseOpenApi(text, 'page.md').info.version).toBe('0.2.349');
  });

  test('whose fence is cut off is refused', () => {
    const cut = page.slice(0, page.lastIndexOf('````'));
    expect(() => extractDocument(cut, 'page.md')).toThrow('page.md: the OpenAPI fence is never closed');
  });

  test('with two fences is refused', () => {
    expect(() => extractDocument(page + page, 'page.md')).toThrow('2 OpenAPI fences in one page');
  });
});

describe('a document', () => {
  test('may be YAML or JSON, told apart by content', () => {
    const document = documentWith({});
    expect(parseOpenApi(JSON.stringify(document), 'odd-name.yaml')).toEqual(document);
    expect(
      parseOpenApi('openapi: 3.0.1\ninfo: {title: T, version: "1"}\npaths: {/a: {}}\n', 'x').paths,
    ).toEqual({ '/a': {} });
    expect(
      parseOpenApi('{openapi: 3.0.1, info: {version: "1"}, paths: {/a: {}}}', 'flow mapping').openapi,
    ).toBe('3.0.1');
  });

  test.each([
    ['', 'it is empty'],
    ['<!doctype html><html></html>', 'it is HTML'],
    ['just prose', 'no YAML or JSON mapping at its top'],
    ['{"openapi": "3.1.0", ', 'broken JSON'],
    ['openapi: 3.1.0\n  info: [', 'broken YAML'],
    ['openapi: 3.1.0\nopenapi: 3.1.0', 'the key "openapi" is given twice, at line 2'],
    ['swagger: "2.0"', '"openapi" is missing'],
    ['openapi: 4.0.0', '"openapi" is "4.0.0"'],
    ['openapi: 3.1.0\ninfo: {title: T}', 'info.version is missing'],
    ['openapi: 3.1.0\ninfo: {version: "1"}\npaths: {}', '"paths" is missing or empty'],
  ])('%j is refused with one line that says why', (text, message) => {
    let refusal = '';
    try {
      parseOpenApi(text, 'input');
    } catch (error) {
      refusal = (error as Error).message;
    }
    expect(refusal).toMatch(/^input: .+$/);
    expect(refusal).toContain(message);
  });
});
