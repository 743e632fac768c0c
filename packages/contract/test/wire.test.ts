// How requests are written, style by style and body by body, and that they arrive so.
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json } from '@agentsource/openapi/json';
import { expect, test } from 'vitest';
import { wireProblems } from '../src/check/wire.ts';
import { deriveSuite } from '../src/derive/suite.ts';
import type { Style } from '../src/operation/parameters.ts';
import { subjectOf } from '../src/subject.ts';
import { createSend } from '../src/wire/send.ts';
import { cookieText, headerText, pathText, queryText } from '../src/wire/styles.ts';
import { write } from '../src/wire/write.ts';
import { everyKeyword } from './every-keyword/document.ts';

const suite = deriveSuite(subjectOf(everyKeyword(), 'of a test'));

const list = [1, 'a b'];
const object = { from: 1, to: 'a b' };
const by = (style: Style, explode: boolean) => ({ name: 'it', style, explode, mediaType: undefined });

test.each<[Style, boolean, Json, string]>([
  ['form', true, 'a/b', 'it=a%2Fb'],
  ['form', true, list, 'it=1&it=a%20b'],
  ['form', false, list, 'it=1,a%20b'],
  ['form', true, object, 'from=1&to=a%20b'],
  ['form', false, object, 'it=from,1,to,a%20b'],
  ['spaceDelimited', false, [1, 2], 'it=1%202'],
  ['pipeDelimited', false, [1, 2], 'it=1|2'],
  ['deepObject', true, { a: { b: 1 }, c: [2, 3] }, 'it%5Ba%5D%5Bb%5D=1&it%5Bc%5D=2&it%5Bc%5D=3'],
])('a query in style %s, explode %s, of %j is %s', (style, explode, value, text) => {
  expect(queryText(by(style, explode), value)).toBe(text);
});

test.each<[Style, boolean, Json, string]>([
  ['simple', false, list, '1,a%20b'],
  ['simple', false, object, 'from,1,to,a%20b'],
  ['simple', true, object, 'from=1,to=a%20b'],
  ['label', false, 1, '.1'],
  ['label', true, list, '.1.a%20b'],
  ['label', true, object, '.from=1.to=a%20b'],
  ['matrix', false, 1, ';it=1'],
  ['matrix', false, list, ';it=1,a%20b'],
  ['matrix', true, list, ';it=1;it=a%20b'],
  ['matrix', true, object, ';from=1;to=a%20b'],
])('a path in style %s, explode %s, of %j is %s', (style, explode, value, text) => {
  expect(pathText(by(style, explode), value)).toBe(text);
});

test('headers hold lists and objects with commas, and JSON as JSON; cookies stand side by side', () => {
  expect(headerText(by('simple', false), list)).toBe('1,a b');
  expect(headerText(by('simple', true), object)).toBe('from=1,to=a b');
  expect(cookieText(by('form', true), [1, 2])).toBe('it=1; it=2');
  expect(headerText({ ...by('simple', false), mediaType: 'application/json' }, object)).toBe(
    '{"from":1,"to":"a b"}',
  );
});

interface Arrived {
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Sends the first case of an operation that has the name, and gives back what arrived. */
async function sent(path: string, name: string): Promise<Arrived> {
  const one = suite.cases.find((each) => each.operation.path === path && each.name === name);
  if (!one) throw new Error(`no case ${name} of ${path}`);
  let arrived: Arrived | undefined;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    arrived = { url: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() };
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    const exchange = await createSend(suite.subject, `http://127.0.0.1:${port}`)(one);
    expect(await wireProblems(one, exchange)).toEqual([]);
    const other = {
      ...exchange,
      written: { ...write(suite.subject.document, one.operation, one.request), path: '/other' },
    };
    expect(await wireProblems(one, other)).toEqual([expect.stringContaining('the path')]);
  } finally {
    server.close();
  }
  if (!arrived) throw new Error('nothing arrived');
  return arrived;
}

test('credentials arrive where their schemes say, and none but these', async () => {
  const { url, headers } = await sent('/security/both', 'Query (apiKey in query) alone');
  expect(url).toBe('/security/both?key=contract-suite-key');
  expect(headers).not.toHaveProperty('api_key');
  expect((await sent('/security/basic', 'the valid example')).headers.authorization).toMatch(/^Basic \w+=*$/);
  expect((await sent('/security/oauth', 'the valid example')).headers.authorization).toMatch(/^Bearer \S+$/);
  expect((await sent('/security/cookie', 'the valid example')).headers.cookie).toBe(
    'session=contract-suite-key',
  );
  expect((await sent('/security/key', 'refused')).headers).not.toHaveProperty('api_key');
});

test('bodies arrive as what they are declared to be', async () => {
  const form = await sent('/bodies/several', 'the valid application/x-www-form-urlencoded');
  expect(form.headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(form.body).toBe('name=text0&tags=text0');
  const parts = await sent('/bodies/multipart', 'the valid example');
  expect(parts.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  expect(parts.body).toMatch(
    /name="file"; filename="file"\r\nContent-Type: application\/octet-stream\r\n\r\ntext0/,
  );
  const text = await sent('/bodies/text', 'the valid example');
  expect([text.headers['content-type'], text.body]).toEqual(['text/plain', 'text0']);
  expect((await sent('/bodies/json-suffix', 'the valid example')).headers['content-type']).toBe(
    'application/merge-patch+json',
  );
});

test('parameters arrive in the path, the query, headers and cookies', async () => {
  expect((await sent('/parameters/path/matrix/{it}', 'the valid example')).url).toBe(
    '/parameters/path/matrix/;it=1',
  );
  const { url } = await sent('/parameters/query/form-object', 'query form-object open: an unknown property');
  expect(url).toBe('/parameters/query/form-object?from=1&not_in_the_document=text');
  expect((await sent('/parameters/cookie/session', 'the valid example')).headers.cookie).toBe('session=1');
  expect((await sent('/parameters/header/X-Text', 'the valid example')).headers['x-text']).toBe('text0');
  const { headers } = await sent('/responses/json-or-csv', '200 text/csv');
  expect(headers).toMatchObject({ accept: 'text/csv', prefer: 'code=200' });
});
