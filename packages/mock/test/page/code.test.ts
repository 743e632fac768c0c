// The page's code for a request: that it is the request, and that nothing in it is code but what we wrote.
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { clientCode, curl, fetchCode } from '../../src/page/browser/code.ts';
import { type Draft, type Filled, requestOf } from '../../src/page/browser/request.ts';

const parameter = (name: string, text: string, more: Partial<Filled> = {}): Filled => ({
  ...{ name, text, in: 'query', kind: 'text', style: 'form', explode: true, isKey: false },
  ...more,
});
const key = parameter('api_key', 'any', { in: 'header', style: '', isKey: true });
const draft: Draft = {
  method: 'POST',
  path: '/things/{id}',
  parameters: [key, parameter('id', '7', { in: 'path', kind: 'number', style: 'simple' })],
  body: { contentType: 'application/json', text: '{ "name": "it\'s", "tags": [1, 2] }' },
};
const ORIGIN = 'http://127.0.0.1:4010';

test('with our client', () => {
  expect(clientCode(draft, ORIGIN)).toBe(`import { createClient, unwrap } from '@agentsource/client';

const client = createClient({ apiKey: 'any', baseUrl: 'http://127.0.0.1:4010' });
const data = await unwrap(client.POST('/things/{id}', {
  params: { path: { id: 7 } },
  body: { name: 'it\\'s', tags: [1, 2] },
}));
console.log(data);`);
});

test('with cURL', () => {
  expect(curl(draft, ORIGIN)).toBe(`curl -X POST http://127.0.0.1:4010/things/7 \\
  -H 'api_key: any' \\
  -H 'content-type: application/json' \\
  --data-raw '{ "name": "it'\\''s", "tags": [1, 2] }'`);
});

const HOSTILE = `'; touch INTRUDER; $(INTRUDER) \`INTRUDER\` " \\ \n\u2028\u202e \${INTRUDER} </script> -o x`;

test('a shell reads back what was filled in, and runs nothing', () => {
  const hostile = {
    ...draft,
    parameters: [parameter(HOSTILE, HOSTILE), parameter('x-h', HOSTILE, { in: 'header', style: 'simple' })],
    body: { contentType: 'text/plain', text: HOSTILE },
  };
  // A function in curl's place that prints its words.
  const program = `curl() { for word; do printf '%s\\0' "$word"; done; }\n${curl(hostile, ORIGIN)}`;
  const words = execFileSync('sh', ['-c', program], { encoding: 'utf8' }).split('\0').slice(0, -1);
  const { url, body } = requestOf(hostile);
  expect(words).toEqual([
    ...['-X', 'POST', ORIGIN + url, '-H', `x-h: ${HOSTILE}`, '-H', 'content-type: text/plain'],
    ...['--data-raw', body],
  ]);
});

test('JavaScript reads back what was filled in, and runs nothing', () => {
  const members = JSON.stringify({ [HOSTILE]: HOSTILE, __proto__0: 1 }).replace('__proto__0', '__proto__');
  const hostile = {
    ...draft,
    path: `/${HOSTILE}`,
    parameters: [],
    body: { contentType: 'application/json', text: members },
  };
  const [, call = ''] = /unwrap\((.*)\);\nconsole/s.exec(clientCode(hostile, ORIGIN)) ?? [];
  const sent = new Function('client', `return ${call}`)({ POST: (...args: unknown[]) => args });
  expect(sent).toEqual([`/${HOSTILE}`, { body: JSON.parse(members) }]);
  expect(Object.keys(sent[1].body)).toEqual([HOSTILE, '__proto__']);
  const [, other = ''] = /await fetch\((.*)\);\nconsole/s.exec(fetchCode(hostile, ORIGIN)) ?? [];
  const [, init] = new Function('f', `return f(${other})`)((...args: unknown[]) => args);
  expect(init).toEqual({ method: 'POST', headers: { 'content-type': 'application/json' }, body: members });
});

test.each<[string, Partial<Filled> & { text: string }, string]>([
  ['a list', { kind: 'list', text: 'a,b c' }, '/x?p=a&p=b%20c'],
  ['a list as JSON', { kind: 'list', text: '["a,b",1]' }, '/x?p=a%2Cb&p=1'],
  ['a list in one', { kind: 'list', text: 'a,b', explode: false }, '/x?p=a%2Cb'],
  ['with bars', { kind: 'list', text: 'a,b', explode: false, style: 'pipeDelimited' }, '/x?p=a%7Cb'],
  ['an object', { kind: 'object', text: '{"a":1,"b":"c"}' }, '/x?a=1&b=c'],
  ['an object in one', { kind: 'object', text: '{"a":1}', explode: false }, '/x?p=a%2C1'],
  ['a deep object', { kind: 'object', text: '{"a":1}', style: 'deepObject' }, '/x?p%5Ba%5D=1'],
  ['JSON as it is', { kind: 'object', text: '{"a":1}', style: '' }, '/x?p=%7B%22a%22%3A1%7D'],
  ['nothing', { text: '' }, '/x'],
  ['half a surrogate pair', { text: '\ud800' }, '/x?p=%EF%BF%BD'],
])('%s in a query', (_, filled, url) => {
  expect(
    requestOf({ method: 'GET', path: '/x', parameters: [parameter('p', filled.text, filled)] }).url,
  ).toBe(url);
});

test.each<[string, Partial<Filled> & { text: string }, string]>([
  ['plain', { text: 'a/b', style: 'simple' }, '/a%2Fb'],
  ['label', { text: '1,2', kind: 'list', style: 'label' }, '/.1.2'],
  ['matrix', { text: '1,2', kind: 'list', style: 'matrix' }, '/;p=1;p=2'],
  ['an object', { text: '{"a":1}', kind: 'object', style: 'simple' }, '/a=1'],
])('%s in a path', (_, filled, url) => {
  const inPath = parameter('p', filled.text, { in: 'path', ...filled });
  expect(requestOf({ method: 'GET', path: '/{p}', parameters: [inPath] }).url).toBe(url);
});

test('what no header can be called is not sent, and a GET has no body', () => {
  const parameters = [
    parameter('@/etc/passwd', 'x', { in: 'header' }),
    parameter('c', 'v', { in: 'cookie' }),
  ];
  expect(requestOf({ ...draft, method: 'GET', path: '/', parameters })).toEqual({
    url: '/',
    headers: {},
    cookies: [['c', 'v']],
  });
});
