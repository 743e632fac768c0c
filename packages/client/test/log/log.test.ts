// What is printed of calls, by level; and what never is.
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ClientOptions, createClient, slidingWindow } from '../../src/index.ts';
import { type LogOptions, logHooks } from '../../src/log/index.ts';
import { body, KEY, PATH } from '../support/call.ts';
import { type FaultServer, type Step, startFaultServer } from '../support/fault-server.ts';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

/** Times differ, and the port. */
const steady = (line: string): string => line.replaceAll(server.url, 'HOST').replace(/\d+ ms/g, 'N ms');

async function printed(options: LogOptions, steps: Step[], more: ClientOptions = {}): Promise<string[]> {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(steady(line));
  const client = createClient({
    apiKey: KEY,
    baseUrl: server.url,
    retry: { baseDelay: 1 },
    ...more,
    ...logHooks({ ...options, write }),
  });
  server.next(...steps);
  await client.POST(PATH, { body }).catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 20));
  return lines;
}

const limits = { 'X-RateLimit-Limit': 200, 'X-RateLimit-Remaining': 7, 'X-RateLimit-Reset': 1_800_000_000 };
const refused: Step = { status: 429, body: { details: 'slow down' }, headers: { 'Retry-After': 0 } };

describe('what is printed', () => {
  test('at info: every answer and retry', async () => {
    expect(await printed({}, [refused, { headers: limits }])).toEqual([
      `POST ${PATH}: 429 after N ms`,
      `POST ${PATH}: attempt 1 ended with 429, the next is in N ms`,
      `POST ${PATH}: 200 after N ms, attempt 2, 7 of 200 requests left`,
    ]);
  });

  test('at warn: what did not go well', async () => {
    expect(await printed({ level: 'warn' }, [])).toEqual([]);
    expect(await printed({ level: 'warn' }, [{ status: 403 }])).toEqual([`POST ${PATH}: 403 after N ms`]);
    expect(await printed({ level: 'warn' }, [{ reset: 'after' }])).toEqual([
      expect.stringMatching(`^POST HOST${PATH}: no answer: `),
    ]);
  });

  test('at debug: what was sent and answered too', async () => {
    const lines = await printed({ level: 'debug' }, [refused]);
    expect(lines.slice(0, 2)).toEqual([
      `POST ${PATH}: attempt 1 is sent`,
      `POST HOST${PATH}: sends {"api_key":"[hidden]","content-type":"application/json"} ${JSON.stringify(body)}`,
    ]);
    expect(lines.filter((line) => line.includes('answers'))).toEqual([
      expect.stringMatching(/answers 429 \{.*"retry-after":"0".*\} \{"details":"slow down"\}$/),
      expect.stringMatching(/answers 200 .*enrollment_id/),
    ]);
  });

  test('bodies at debug alone', async () => {
    for (const level of ['warn', 'info'] as const) {
      const lines = await printed({ level }, [{ status: 500, body: { details: 'Mr. Nobody' } }]);
      expect(lines.join()).not.toMatch(/Nobody|tech_executives|20ae6cbf/);
    }
  });

  test('waiting for the throttle', async () => {
    const throttle = async () => new Promise<void>((resolve) => setTimeout(resolve, 30));
    expect(await printed({ throttle }, [])).toEqual([
      'waited N ms for the rate limit',
      `POST ${PATH}: 200 after N ms`,
    ]);
    expect(await printed({ throttle: slidingWindow() }, [])).toHaveLength(1);
  });

  test('on standard error unless told otherwise', async () => {
    const error = vi.spyOn(console, 'error').mockReturnValue();
    const out = vi.spyOn(console, 'log').mockReturnValue();
    await createClient({ apiKey: KEY, baseUrl: server.url, ...logHooks() }).GET(PATH);
    expect(error.mock.calls.map(([line]) => steady(line))).toEqual([`GET ${PATH}: 200 after N ms`]);
    expect(out).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});

describe('what never is printed', () => {
  const inJson = KEY.replace(/\W/g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`);
  test.each<[string, Step]>([
    ['in a body', { status: 401, body: { details: `unknown key ${KEY}` } }],
    ['in a body, escaped', { status: 401, body: `{"details":"${inJson}"}` }],
    ['in the body of a success', { body: { key: KEY } }],
    ['in headers', { headers: { 'X-Echo': KEY, 'X-Url': encodeURIComponent(KEY) } }],
    ['in what is no HTTP', { garbage: `HTTP/1.1 ${KEY}\r\n\r\n` }],
  ])('the key, %s', async (_, step) => {
    for (const isWatched of [false, true]) {
      const lines = await printed({ level: 'debug' }, [step], isWatched ? { Request } : {});
      expect(lines.length).toBeGreaterThan(2);
      expect(lines.join('\n')).not.toMatch(/test-key|0123456789|u002d/);
    }
  });

  test.each(['{"webhook_secret":"c2VjcmV0"}', '{ "a": "{\\"webhook_secret\\": \\"c2VjcmV0\\"}" }'])(
    '%s',
    async (text) => {
      const lines = await printed({ level: 'debug' }, [{ body: text }]);
      expect(lines.join('\n')).toContain('[webhook secret]');
      expect(lines.join('\n')).not.toContain('c2VjcmV0');
    },
  );

  test('credentials in other headers', async () => {
    const headers = { Authorization: 'Bearer s3cret', Cookie: 'a=s3cret', 'X-Auth-Token': 's3cret' };
    const lines = await printed({ level: 'debug' }, [{ headers: { 'Set-Cookie': 's3cret' } }], { headers });
    expect(lines.join('\n')).not.toContain('s3cret');
  });

  test('what a terminal would obey', async () => {
    const evil = '\u001b[2J\u009b\r\nPOST /forged: 200\u202e';
    const lines = await printed({ level: 'debug' }, [{ status: 500, body: evil }]);
    expect(lines.filter((line) => /[\p{Cc}\p{Cf}]/u.test(line))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('POST /forged'))).toEqual([]);
  });

  test('the whole of something long', async () => {
    const lines = await printed({ level: 'debug' }, [{ status: 500, body: 'x'.repeat(100_000) }]);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(3_000);
  });
});

test('an answer without end ends with the client’s limit, and one that is printed is whole for the caller', async () => {
  const chunk = new Uint8Array(2 ** 16).fill(120);
  const endless = async () =>
    new Response(new ReadableStream({ pull: (controller) => controller.enqueue(chunk) }));
  const client = (fetch?: () => Promise<Response>) =>
    createClient({
      apiKey: KEY,
      baseUrl: server.url,
      maxResponseBytes: 2 ** 20,
      ...logHooks({ level: 'debug', write: () => {}, fetch }),
    });
  await expect(client(endless).GET(PATH)).rejects.toThrow('larger than');
  const text = JSON.stringify({ text: 'ä'.repeat(50_000) });
  server.next({ body: text });
  expect((await client().GET(PATH)).data).toEqual(JSON.parse(text));
});

test('a fetch that takes a Request is given one', async () => {
  const fetch = (request: Request) => globalThis.fetch(request);
  const lines = await printed({ level: 'debug', fetch }, []);
  expect(server.received).toMatchObject([
    { method: 'POST', headers: { api_key: KEY }, body: JSON.stringify(body) },
  ]);
  expect(lines).toHaveLength(4);
});
