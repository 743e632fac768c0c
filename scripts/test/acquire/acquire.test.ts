// What a source may be, and how one that can't be read is refused.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LIMITS } from '@agentsource/openapi/limits';
import { parseOpenApi } from '@agentsource/openapi/read';
import { documentWith, FIXTURE_SPEC, refusalOf } from '@agentsource/openapi/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fetchBytes } from '../../src/acquire/url.ts';
import { acquireSources } from '../acquire-sources.ts';

const fixture = join(FIXTURE_SPEC, 'pages/add_prospects_enrollments.md');
const page = readFileSync(fixture, 'utf8');
const json = JSON.stringify(documentWith({}));

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'acquire-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(directory, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

describe('one source', () => {
  test('a page gives the bytes of its fence, and is vendored beside them', async () => {
    const acquired = await acquireSources([fixture]);
    expect(acquired.file).toBe('openapi.yaml');
    expect(page).toContain(`events/enrollments\n${Buffer.from(acquired.bytes)}\`\`\`\``);
    expect(acquired.pages).toEqual([
      {
        file: 'pages/add_prospects_enrollments.md',
        from: 'add_prospects_enrollments.md',
        bytes: readFileSync(fixture),
      },
    ]);
  });

  test.each([
    ['JSON, whatever the name says', 'document.yaml', json, 'openapi.json'],
    [
      'YAML, whatever the name says',
      'document.json',
      'openapi: 3.1.0\ninfo: {version: "1"}\npaths: {/a: {}}',
      'openapi.yaml',
    ],
    ['JSON behind a byte order mark', 'bom.json', `\uFEFF${json}`, 'openapi.json'],
  ])('a document: %s', async (_, name, content, vendoredAs) => {
    const acquired = await acquireSources([file(name, content)]);
    expect(acquired.file).toBe(vendoredAs);
    expect(Buffer.from(acquired.bytes).toString()).toBe(content);
    expect(acquired.pages).toEqual([]);
    expect(acquired.from).toBe(name);
  });
});

describe('several pages', () => {
  const other = page
    .replaceAll('/v1/prospects/events/enrollments', '/v1/other')
    .replaceAll('add_prospects_enrollments', 'other');

  test('merge into the same bytes, in whatever order and way they are named', async () => {
    const [a, b] = [file('pages/a.md', page), file('pages/b.md', other)];
    const acquired = await acquireSources([a, b]);
    expect(Object.keys(acquired.document.paths)).toEqual(['/v1/other', '/v1/prospects/events/enrollments']);
    expect(acquired.pages.map(({ file }) => file)).toEqual(['pages/a.md', 'pages/b.md']);
    expect(parseOpenApi(Buffer.from(acquired.bytes).toString(), 'merged')).toEqual(acquired.document);
    expect((await acquireSources([b, a])).bytes).toEqual(acquired.bytes);
    expect((await acquireSources([join(directory, 'pages')])).bytes).toEqual(acquired.bytes);
  });

  test('that contradict each other are refused with the line in both', async () => {
    const longer = `# More prose\n\n${other.replace('minLength: 4', 'minLength: 5')}`;
    const [a, b] = [file('c/a.md', page), file('c/b.md', longer)];
    const lineOf = (text: string) => text.split('\n').findIndex((line) => /minLength: [45]/.test(line)) + 1;
    expect(await refusalOf(acquireSources([b, a]))).toBe(
      `${a}:${lineOf(page)} and ${b}:${lineOf(longer)} contradict each other: ` +
        '/components/schemas/ProspectsEnrollmentsAddRequest/properties/enrollment_key/minLength is 4 in the first and 5 in the second',
    );
  });

  test('of one file name are refused, and so is a whole document among them', async () => {
    const [a, again] = [file('x/page.md', page), file('y/page.md', other)];
    expect(await refusalOf(acquireSources([a, again]))).toContain(
      'would both be vendored as spec/pages/page.md',
    );
    expect(await refusalOf(acquireSources([a, file('whole.json', json)]))).toContain(
      'whole.json: not a documentation page',
    );
  });
});

describe('an unreadable source is refused with one line that names it', () => {
  const yamlBomb = `openapi: 3.1.0\ninfo: {version: "1"}\npaths: {/a: {}}\na: &a [x,x,x,x,x,x,x,x,x,x]\n${'abcdef'
    .split('')
    .slice(1)
    .map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdef'[index]}`)}]\n`)
    .join('')}`;
  const deep = (open: string, close: string) =>
    `{"openapi": "3.1.0", "x": ${open.repeat(100_000)}${close.repeat(100_000)}}`;
  const head = 'openapi: 3.1.0\ninfo: {version: "1"}\npaths: {/a: {}}\n';
  test.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'it is empty'],
    ['html', '<!doctype html><html><body>```yaml</body></html>', 'it is HTML'],
    ['no-fence', page.slice(0, page.indexOf('## OpenAPI')), 'no OpenAPI fence'],
    ['cut-fence', page.slice(0, -200), 'the OpenAPI fence is never closed'],
    ['cut-json', json.slice(0, -20), 'broken JSON'],
    ['cut-yaml', `${head}x: [1,`, 'broken YAML'],
    ['utf16', Buffer.from(`\uFEFF${page}`, 'utf16le'), 'it is UTF-16'],
    ['utf16-no-bom', Buffer.from(page, 'utf16le'), 'a NUL byte at offset'],
    ['latin1', Buffer.from(`${head}# caf\u00e9`, 'latin1'), 'not valid UTF-8'],
    ['nul', `${head}# \0`, 'a NUL byte'],
    ['too-large', Buffer.alloc(LIMITS.bytes + 1, ' '), 'larger than 8 MB'],
    ['yaml-bomb', yamlBomb, 'Excessive alias count'],
    ['cycle', `${head}x: &x [*x]`, 'refers to itself'],
    ['deep-json', deep('[', ']'), 'nests deeper'],
    ['deep-yaml', `${head}x: ${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'too deeply'],
    ['proto', json.replace('"Thing":', '"__proto__":'), 'a key "__proto__"'],
    ['proto-yaml', `${head}__proto__: {a: 1}`, 'a key "__proto__"'],
    ['infinite', `${head}x: .inf`, '/x is Infinity'],
    [
      'doubled-key',
      json.replace('"title":"Things"', '"title":"Things","title":"Thing"'),
      '/info/title is given twice',
    ],
    ['doubled-yaml-key', `${head}paths: {}`, 'is given twice, at line'],
    ['two-documents', `${head}---\n${head}`, 'broken YAML'],
  ])('%s', async (name, content, cause) => {
    const path = file(name, content);
    const refusal = await refusalOf(acquireSources([path]));
    expect(refusal).toContain(cause);
    expect(refusal.startsWith(`${path}: `)).toBe(true);
    expect(refusal).not.toMatch(/\p{Cc}/u);
  });

  test.each([
    ['/no/such/file', 'no such file or directory'],
    ['ftp://example.org/page.md', 'only http and https URLs are fetched'],
  ])('%s', async (source, cause) => {
    expect(await refusalOf(acquireSources([source]))).toBe(
      `${source}: ${cause.startsWith('only') ? `not a source; ${cause}` : cause}`,
    );
  });

  test('a directory without pages', async () => {
    file('empty-directory/readme.txt', '');
    expect(await refusalOf(acquireSources([join(directory, 'empty-directory')]))).toContain(
      'a directory without a page',
    );
  });
});

describe('a URL', () => {
  let server: Server;
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  async function serve(listener: RequestListener): Promise<URL> {
    server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/docs/page.md`);
  }

  test('is fetched, redirects followed, and recorded without its query', async () => {
    const url = await serve((request, response) => {
      if (request.url?.startsWith('/docs/page.md')) response.writeHead(307, { location: '/real.md' }).end();
      else response.end(page);
    });
    const { pages } = await acquireSources([`${url.href}?token=secret`]);
    expect(pages).toEqual([{ file: 'pages/page.md', from: url.href, bytes: Buffer.from(page) }]);
  });

  test.each<[string, RequestListener, string]>([
    ['404', (_, response) => response.writeHead(404).end('not here'), 'the server answered 404 Not Found'],
    [
      'a loop',
      (request, response) => response.writeHead(302, { location: `${request.url}` }).end(),
      'more than 5 redirects',
    ],
    [
      'another scheme',
      (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      'redirects from http: to file:',
    ],
    [
      'a cut body',
      (_, response) =>
        response.writeHead(200, { 'content-length': '100' }).write('x', () => response.destroy()),
      "can't be fetched",
    ],
    ['silence', () => {}, 'no complete answer within 0.3 s'],
    [
      'a body without an end',
      (_, response) => response.writeHead(200).write('openapi'),
      'no complete answer within 0.3 s',
    ],
    [
      'a large body announced',
      (_, response) => response.writeHead(200, { 'content-length': '200000000' }).write('x'),
      'larger than 8 MB',
    ],
    ['a large body', (_, response) => response.end(Buffer.alloc(LIMITS.bytes + 1)), 'larger than 8 MB'],
  ])('%s is refused', async (_, listener, cause) => {
    const url = await serve(listener);
    // Only what is silent should come to the end of its time.
    const timeout = cause.includes('0.3 s') ? 300 : 30_000;
    const refusal = await refusalOf(fetchBytes(url, { timeout, redirects: 5 }));
    expect(refusal).toContain(cause);
    expect(refusal.startsWith(`${url.href}: `)).toBe(true);
  });

  test('nobody listens at is refused with the reason', async () => {
    const url = await serve(() => {});
    await new Promise((resolve) => server.close(resolve));
    expect(await refusalOf(fetchBytes(url))).toContain('ECONNREFUSED');
  });
});
