// The key, and a webhook's secret, in every spelling that a server may send them back in: nothing that is printed shows them.
import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createClient, type ExploriumError, unwrap } from '../../src/index.ts';
import { createRedactor } from '../../src/transport/redaction.ts';
import { PATH, rejection } from '../support/call.ts';
import { type FaultServer, type Step, startFaultServer } from '../support/fault-server.ts';

const KEY = 'abcDEF+ghi/jkl&mno="1234567';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

const client = () => createClient({ apiKey: KEY, baseUrl: server.url, retry: false });
const hex = (character: string): string => character.charCodeAt(0).toString(16);
const each = (spell: (character: string) => string, which = /\W/g): string => KEY.replace(which, spell);

/** Each as it stands in a string of JSON. */
const SPELLINGS: [name: string, text: string][] = [
  ['as it is', JSON.stringify(KEY).slice(1, -1)],
  ['JSON, capitals', each((one) => `\\u00${hex(one).toUpperCase()}`)],
  ['JSON, small', each((one) => `\\u00${hex(one)}`)],
  ['JSON, every character', each((one) => `\\u00${hex(one)}`, /./g)],
  ['JSON, slashes', JSON.stringify(KEY).slice(1, -1).replaceAll('/', '\\/')],
  ['JSON in JSON', JSON.stringify(JSON.stringify(KEY)).slice(3, -3)],
  ['JSON escapes in JSON', each((one) => `\\\\u00${hex(one)}`)],
  ['a URL', encodeURIComponent(KEY)],
  ['a URL, small', encodeURIComponent(KEY).toLowerCase()],
  ['a URL, some', encodeURI(KEY)],
  ['a URL in a URL', encodeURIComponent(encodeURIComponent(KEY))],
  ['HTML, numbers', each((one) => `&#${one.charCodeAt(0)};`)],
  ['HTML, hexadecimal', each((one) => `&#x${hex(one)};`)],
  ['HTML, names', each((one) => ({ '&': '&amp;', '"': '&quot;' })[one] ?? one)],
];

/** All that can be printed of a value, with every spelling in it undone. */
function printed(value: unknown): string {
  const forms = [inspect(value, { depth: 9, showHidden: true }), JSON.stringify(value), String(value)];
  if (value instanceof Error) forms.push(`${value.stack}`);
  return forms.join('\n');
}

/** Pieces of the key that no other word here has. */
const PIECES = /abcdef|mno|1234567|\\u0061/i;

describe.each(SPELLINGS)('a key that is spelled as in %s', (_, spelled) => {
  test.each<[string, Step]>([
    ['an error', { status: 401, body: `{"details":"bad key ${spelled}"}` }],
    ['an error’s problems', { status: 422, body: `{"detail":[{"loc":["${spelled}"],"msg":"${spelled}"}]}` }],
    ['a name in an error', { status: 400, body: `{"${spelled}":1}` }],
    ['an error that is text', { status: 502, body: `<p>${spelled}</p>` }],
    ['a success that is not JSON', { body: `<p>${spelled}</p>` }],
  ])('is not printed with %s', async (_name, step) => {
    server.next(step, step);
    const error = await rejection<ExploriumError>(unwrap(client().GET(PATH)));
    expect(printed(error)).not.toMatch(PIECES);
    const result = await client()
      .GET(PATH)
      .catch((thrown) => thrown);
    expect(printed(result)).not.toMatch(PIECES);
  });
});

test.each<[string, Step]>([
  ['an error', { status: 401, body: '{}' }],
  ['a success that is not JSON', { body: '<p>' }],
  ['a redirect', { status: 307 }],
])('a key in the headers of %s is not printed, nor told to a hook', async (_, step) => {
  const headers = {
    'X-Echo': KEY,
    'X-Url': encodeURIComponent(KEY),
    Location: `/?k=${encodeURIComponent(KEY)}`,
  };
  const watched: unknown[] = [];
  server.next({ ...step, headers }, { ...step, headers }, { headers });
  const observing = createClient({
    apiKey: KEY,
    baseUrl: server.url,
    retry: false,
    onResponse: (event) => void watched.push(event, [...event.headers]),
  });
  for (const one of [client(), observing]) {
    const said = await one.GET(PATH).catch((error) => error);
    expect(printed(said)).not.toMatch(PIECES);
    expect(printed([...(said.response?.headers ?? [])])).not.toMatch(PIECES);
  }
  await observing.GET(PATH);
  expect(watched.length).toBeGreaterThan(1);
  expect(printed(watched)).not.toMatch(PIECES);
});

test('an error that is JSON stays JSON, and says everything else', async () => {
  server.next({
    status: 401,
    body: `{"details":"\\u0022${each((one) => `\\u00${hex(one)}`)}\\u0022 is no key","a":[1]}`,
  });
  const { error } = await client().GET(PATH);
  expect(error).toEqual({ details: '"[API key]" is no key', a: [1] });
});

test.each<[string, Step]>([
  [
    'a success that says it failed',
    { body: { response_context: { request_status: 'failure' }, webhook_secret: 'c2VjcmV0' } },
  ],
  ['a success that is cut off', { body: '{"webhook_secret" : "c2VjcmV0", "a' }],
  ['an error', { status: 500, body: { webhook_secret: 'c2VjcmV0' } }],
  [
    'an error that tells of another',
    { status: 500, body: { details: JSON.stringify({ webhook_secret: 'c2VjcmV0' }) } },
  ],
])('the secret of a webhook is not printed with %s', async (_, step) => {
  server.next(step);
  const call = client().GET('/v1/webhooks/{partner_id}', { params: { path: { partner_id: 'p' } } });
  const error = await rejection(unwrap(call));
  expect(printed(error)).toContain('[webhook secret]');
  expect(printed(error)).not.toContain('c2VjcmV0');
});

test('the secret of a webhook is in the data of the call that asked for it', async () => {
  server.next({ body: { webhook_secret: 'c2VjcmV0' } });
  const call = client().GET('/v1/webhooks/{partner_id}', { params: { path: { partner_id: 'p' } } });
  expect(await unwrap(call)).toEqual({ webhook_secret: 'c2VjcmV0' });
});

test.each(['\\', '\\u00', '%25', '&#x0', '&a', 'a', 'u002525'])(
  'a megabyte of %j is read in no time',
  (piece) => {
    const redactor = createRedactor('aaaaaaaaaaaaaaaaaaaaaaa+');
    const text = piece.repeat(1_000_000 / piece.length);
    const started = performance.now();
    expect(redactor.text(text)).toHaveLength(text.length);
    expect(performance.now() - started).toBeLessThan(1500);
  },
);
