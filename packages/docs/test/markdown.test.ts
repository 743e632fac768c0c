// Markdown: what a stranger's text may become, and what ours does.
import { describe, expect, test } from 'vitest';
import { inlineMarkdown, markdown, wordsOf } from '../src/markdown.ts';
import { UniqueSlugs } from '../src/slugs.ts';
import { tagsOf } from './support/parse.ts';

describe("a stranger's text is text", () => {
  test.each([
    ['<script>alert(1)</script>'],
    ['<img src=x onerror=alert(1)>'],
    ['<pre><img src=x onerror=alert(1) '],
    ['a <b onclick="x()">b</b>'],
    ['<!-- --><![CDATA[ <svg onload=x> ]]>'],
    ['[a](javascript:alert(1))'],
    ['[a](JaVaScRiPt:alert(1))'],
    ['[a](&#106;avascript:alert(1))'],
    ['[a]( java\u0000script:alert(1) )'],
    ['[a](data:text/html,<script>1</script>)'],
    ['[a](//evil.example)'],
    ['[a](file:///etc/passwd)'],
    ['<javascript:alert(1)>'],
    ['![a](https://evil.example/p.png)'],
    ['![a](data:image/svg+xml,<svg onload=x>)'],
    ['[a](https://evil.example/"onmouseover="x)'],
    ['[a]: javascript:alert(1)\n\n[a]'],
    ['```"><script>\ncode\n```'],
    ['# heading <script>'],
    ['| a |\n|---|\n| <script> |'],
    ['a\u202Egnp.exe\u0000'],
  ])('%j', (text) => {
    const tags = tagsOf(markdown(text).html.text);
    const forbidden = [
      'script',
      'img',
      'svg',
      'b',
      'style',
      'iframe',
      'object',
      'form',
      'input',
      'base',
      'meta',
    ];
    expect(tags.filter(({ name }) => forbidden.includes(name))).toEqual([]);
    const attributes = tags.flatMap((tag) => [...tag.attributes]);
    expect(attributes.filter(([name]) => /^on|^style$|^src$|^id$/.test(name))).toEqual([]);
    const links = attributes.filter(([name]) => name === 'href').map(([, value]) => value);
    expect(links.filter((href) => !/^https:\/\/evil\.example\//.test(href))).toEqual([]);
    expect(inlineMarkdown(text).text).not.toMatch(/<script|<img|javascript:[^<]*"/i);
  });
});

test('words, code, links to the web and mail are what they are', () => {
  const { html } = markdown('**a** `b` [c](https://c.example) [d](mailto:d@d.example) [e](#f) [g](../h)');
  expect(html.text).toBe(
    '<p><strong>a</strong> <code>b</code> <a href="https://c.example" rel="noreferrer">c</a> ' +
      '<a href="mailto:d@d.example" rel="noreferrer">d</a> e g</p>\n',
  );
});

test('what nobody sees is spelled out', () => {
  expect(markdown('a\u202Eb').html.text).toBe('<p>a\\u{202e}b</p>\n');
});

test('our headings have the names that links to them on GitHub have', () => {
  const { headings, html } = markdown('## `redisStore(redis, options)`\n\n## In tests\n\n## In tests', {
    slugs: new UniqueSlugs(),
  });
  expect(headings.map(({ id }) => id)).toEqual(['redisstoreredis-options', 'in-tests', 'in-tests-2']);
  expect(html.text).toContain('<h2 id="in-tests">');
});

test('words without markup', () => {
  expect(wordsOf('# A\n\n*b* `c`\n[d](https://d.example) <b>')).toBe('A b c d <b>');
});
