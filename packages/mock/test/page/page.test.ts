// The page at `/`: who gets it, what it shows, and that a stranger's document is nothing but text in it.
import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { everyPlace, hostileDocuments, INTRUDER } from '@agentsource/openapi/testing/hostile';
import { expect, test } from 'vitest';
import { MockError } from '../../src/index.ts';
import { document, documentOf, ENROLLMENTS, start } from '../support.ts';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

async function open(url: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, { headers: { accept: BROWSER, ...headers } });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const operationAt = (url: string, name: string) => `${url}/?operation=${encodeURIComponent(name)}`;

test('is for browsers alone, and no request that is recorded', async () => {
  const mock = await start();
  const page = await open(`${mock.url}/`);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(mock.requests).toEqual([]);
  for (const accept of ['*/*', 'application/json', '']) {
    expect((await open(`${mock.url}/`, { accept })).status).toBe(404);
  }
  expect((await fetch(`${mock.url}/`, { method: 'POST', headers: { accept: BROWSER } })).status).toBe(404);
  expect((await open(`${mock.url}/nowhere`)).status).toBe(404);
});

test('lets no script run but its own, and asks nothing of elsewhere', async () => {
  const mock = await start();
  const { headers, text } = await open(operationAt(mock.url, `POST ${ENROLLMENTS}`));
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  for (const [kind, element] of [
    ['script-src', /<script type="module">(.*?)<\/script>/s],
    ['style-src', /<style>(.*?)<\/style>/s],
  ] as const) {
    const [, content = ''] = element.exec(text) ?? [];
    expect(content).not.toBe('');
    const hash = createHash('sha256').update(content).digest('base64');
    expect(policy).toContain(`${kind} 'sha256-${hash}'`);
  }
  expect(text).not.toMatch(/\b(?:src|action)=|href="(?!\/|#|data:,")|\sstyle=|\son\w+=/);
});

test('shows an operation with its fields, constraints, examples and answers, ready to be sent', async () => {
  const mock = await start();
  const index = await open(`${mock.url}/`);
  for (const name of ['GET', 'POST', 'PATCH', 'DELETE']) {
    expect(index.text).toContain(`href="/?operation=${encodeURIComponent(`${name} ${ENROLLMENTS}`)}"`);
  }
  const { text } = await open(operationAt(mock.url, `POST ${ENROLLMENTS}`));
  expect(text).toContain('data-method="POST"');
  expect(text).toContain('data-name="api_key"');
  expect(text).toContain('&quot;enrollment_key&quot;: &quot;tech_executives_monitor&quot;');
  expect(text).toMatch(/<code>enrollment_key<\/code> .*?string.*?required.*?minLength: 4/s);
  expect(text).toContain('code=429, example=');
  expect((await open(operationAt(mock.url, 'GET /nothing'))).status).toBe(404);
});

test('shows parameters with what they may be', async () => {
  const { url } = await start({ spec: document });
  const { text } = await open(operationAt(url, 'GET /things/{id}'));
  expect(text).toContain('query; integer; maximum: 5');
  expect(text).toMatch(/id="path-id"[^>]*value="\d+"[^>]*data-kind="number"/s);
});

test('comes also where the document has a `/`, unless that is HTML', async () => {
  const at = (mediaType: string) => {
    const get = { responses: { 200: { description: '', content: { [mediaType]: { example: 'own' } } } } };
    return { ...documentOf({}), paths: { '/': { get } } };
  };
  const json = await start({ spec: at('application/json') });
  expect((await open(`${json.url}/`)).text).toContain('<!doctype html>');
  expect((await open(`${json.url}/`, { accept: '*/*' })).text).toBe('"own"');
  const html = await start({ spec: at('text/html; charset=utf-8') });
  expect((await open(`${html.url}/`)).text).toBe('own');
});

test('asks what was asked only where it may', async () => {
  const mock = await start();
  expect((await open(`${mock.url}/`)).text).toContain('id="list"');
  const token = await start({ controlToken: 'a-token-of-mine' });
  expect((await open(`${token.url}/`)).text).not.toContain('id="list"');
  // A name of somebody's that leads to this machine.
  const foreign = await new Promise<string>((resolve, reject) => {
    const headers = { accept: BROWSER, host: 'evil.example' };
    request(mock.url, { headers }, (response) => resolve(textOf(response)))
      .on('error', reject)
      .end();
  });
  expect(foreign).toContain('<!doctype html>');
  expect(foreign).not.toContain('id="list"');
});

const TRICKS = [
  `<script>${INTRUDER}()</script>`,
  `"><img src=x onerror=${INTRUDER}()>`,
  `' autofocus onfocus='${INTRUDER}()`,
  `" autofocus onfocus="${INTRUDER}()`,
  `[click](javascript:${INTRUDER}()) ![x](http://${INTRUDER}.example)`,
  `</textarea></style></title><svg onload=${INTRUDER}()>`,
];

test.each(TRICKS)('at every place of a document is text: %s', async (trick) => {
  const spec = JSON.parse(
    JSON.stringify(everyPlace(), (key, value) => {
      const isText = ['title', 'description', 'summary', 'example', 'default', 'name'].includes(key);
      return isText && typeof value === 'string' && !['id', 'fast'].includes(value)
        ? `${value}${trick}`
        : value;
    }),
  );
  const { url } = await start({ spec });
  for (const address of [`${url}/`, operationAt(url, 'POST /things/{id}')]) {
    const { text } = await open(address);
    expect(text).toContain(INTRUDER);
    const own = text.replace(/<(script|style)\b.*?<\/\1>/gs, '');
    // Every tag is one of ours, and has no attribute that does anything.
    for (const tag of own.match(/<[a-z][^>]*>/gi) ?? []) {
      expect(tag.replace(/="[^"]*"/g, '')).not.toMatch(
        /<(?:script|img|svg|iframe)|\s(?:on\w+|autofocus|src|style)\b/i,
      );
    }
  }
});

test('opens for every hostile document that the mock serves', async () => {
  const seen: number[] = [];
  for (const { text } of hostileDocuments('http://127.0.0.1:9/').filter((_, index) => index % 17 === 0)) {
    try {
      const { url } = await start({ spec: JSON.parse(text) });
      const { text: index, status } = await open(`${url}/`);
      const [, address = '/'] = /href="(\/\?operation=[^"]+)"/.exec(index) ?? [];
      seen.push(status, (await open(url + address)).status);
    } catch (error) {
      if (!(error instanceof MockError)) throw error;
    }
  }
  expect(seen.length).toBeGreaterThan(10);
  expect(new Set(seen)).toEqual(new Set([200]));
});
