// What does not end by itself ends with the call: bodies sent and answered, middleware, and what listens to a signal.
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFetch, type ExploriumError, TimeoutError, unwrap } from '../../src/index.ts';
import { body, PATH, rejection, testClient } from '../support/call.ts';
import { silentFetch, timeToSettle, useFakeClock } from '../support/clock.ts';
import { type FaultServer, startFaultServer } from '../support/fault-server.ts';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

/** A body whose sender stops half-way. */
const stalled = (): ReadableStream<Uint8Array> =>
  new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('half')) });
const streaming = (signal?: AbortSignal): RequestInit => ({
  method: 'POST',
  body: stalled(),
  ...{ duplex: 'half' },
  ...(signal && { signal }),
});

describe('a request body that stalls', () => {
  const ways: [string, (options: object, signal?: AbortSignal) => Promise<unknown>][] = [
    [
      'a stream given to createFetch',
      (options, signal) => createFetch(options)(server.url, streaming(signal)),
    ],
    [
      'a Request given to createFetch',
      (options, signal) =>
        createFetch(options)(new Request(server.url, streaming()), signal ? { signal } : {}),
    ],
    [
      'a stream given to a client',
      (options, signal) => testClient(server.url, options).POST(PATH, sent(signal) as never),
    ],
    [
      'a stream given to a client with middleware',
      (options, signal) => {
        const client = testClient(server.url, options);
        client.use({ onRequest: () => undefined });
        return client.POST(PATH, sent(signal) as never);
      },
    ],
  ];
  const sent = (signal?: AbortSignal) => ({
    body: stalled(),
    bodySerializer: (stream: unknown) => stream,
    ...(signal && { signal }),
  });

  test.each(ways)('%s ends with the deadline', async (_, send) => {
    const error = await rejection<ExploriumError>(send({ deadline: 100 }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error.message).toContain('within 100 ms');
  });

  test('is told to middleware as the error of the call that it is', async () => {
    const client = testClient(server.url, { deadline: 100 });
    const told: unknown[] = [];
    client.use({ onError: ({ error }) => void told.push(error) });
    const error = await rejection(client.POST(PATH, { body, bodySerializer: () => stalled() }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(told).toEqual([error]);
  });

  test.each(ways)('%s ends with an abort', async (_, send) => {
    const error = await rejection<ExploriumError>(send({}, AbortSignal.timeout(50)));
    expect(error.name).toBe('AbortError');
  });
});

test('a stream is sent as it is, once', async () => {
  server.next({ status: 429 }, { status: 429 });
  const answers = [
    await createFetch()(server.url, { ...streaming(), body: new Blob(['whole']).stream() }),
    (
      await testClient(server.url).POST(PATH, {
        body: new Blob(['whole']).stream(),
        bodySerializer: (stream: unknown) => stream,
      } as never)
    ).response,
  ];
  expect(answers.map(({ status }) => status)).toEqual([429, 429]);
  expect(server.received.map((request) => [request.body, request.headers['content-length']])).toEqual([
    ['whole', undefined],
    ['whole', undefined],
  ]);
});

describe('an answer that does not end', () => {
  /** A server that sends until nobody takes it any more. */
  const endless = (status: number) => {
    const state = { sent: 0, isCancelled: false };
    const chunk = new Uint8Array(2 ** 20);
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        state.sent += chunk.length;
        controller.enqueue(chunk);
      },
      cancel: () => void Object.assign(state, { isCancelled: true }),
    });
    return { state, fetch: async () => new Response(stream, { status }) };
  };

  test.each([
    ['of a success', 200, {}, true],
    ['of a success read as bytes', 200, { parseAs: 'arrayBuffer' }, true],
    ['of a server error', 500, {}, true],
    ['of a refusal', 403, {}, false],
  ] as const)('%s is given up at maxResponseBytes', async (_, status, options, mayHaveActed) => {
    for (const isWatched of [false, true]) {
      const { state, fetch } = endless(status);
      const client = testClient(server.url, { fetch, maxResponseBytes: 3_000_000 });
      if (isWatched) client.use({ onRequest: () => undefined });
      const error = await rejection<ExploriumError>(client.GET(PATH, options));
      expect(error).toMatchObject({ name: 'MalformedResponseError', status, attempts: 1, mayHaveActed });
      expect(error.message).toBe(`GET ${PATH}: the answer is larger than 3000000 bytes`);
      expect(state).toMatchObject({ isCancelled: true });
      expect(state.sent).toBeLessThan(2 ** 23);
    }
  });

  test('is given up at 64 MiB unless told otherwise, by createFetch too', async () => {
    const { state, fetch } = endless(200);
    const error = await rejection(createFetch({ fetch })('http://127.0.0.1:9/'));
    expect(error).toMatchObject({ name: 'MalformedResponseError' });
    expect(state.sent).toBeGreaterThan(2 ** 26);
    expect(state.sent).toBeLessThan(2 ** 26 + 2 ** 23);
  });

  test('is the reader’s own matter where it is a stream', async () => {
    const { fetch } = endless(200);
    const { data } = await testClient(server.url, { fetch, maxResponseBytes: 1 }).GET(PATH, {
      parseAs: 'stream',
    });
    const reader = data?.getReader();
    expect((await reader?.read())?.value).toHaveLength(2 ** 20);
    await reader?.cancel();
  });

  test('may be as large as is allowed', async () => {
    const text = JSON.stringify({ text: 'ä'.repeat(500) });
    server.next({ body: text, drip: { bytes: 333, every: 1 } });
    const maxResponseBytes = Buffer.byteLength(text);
    expect((await testClient(server.url, { maxResponseBytes }).GET(PATH)).data).toEqual(JSON.parse(text));
    server.next({ body: text });
    const tooSmall = testClient(server.url).GET(PATH, { maxResponseBytes: maxResponseBytes - 1 });
    await expect(tooSmall).rejects.toThrow('larger than');
  });
});

describe('middleware that never settles', () => {
  useFakeClock();
  const never = () => new Promise<never>(() => {});
  const answer = async () => Response.json({});
  const failing = async () => Promise.reject(new TypeError('no'));

  test.each([
    ['onRequest', answer, 0],
    ['onResponse', answer, 1],
    ['onError', failing, 1],
  ] as const)('%s ends with the deadline', async (name, fetch, attempts) => {
    const client = testClient('http://127.0.0.1:9', { fetch, deadline: 500, retry: false });
    client.use({ [name]: never } as never);
    const call = rejection<ExploriumError>(client.POST(PATH, { body }));
    expect(await timeToSettle(call)).toBe(500);
    expect(await call).toMatchObject({ name: 'TimeoutError', attempts, mayHaveActed: attempts > 0 });
  });

  test('of one call ends with its abort', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort('enough'), 100);
    const options = { signal: controller.signal, middleware: [{ onRequest: never }] };
    const call = rejection(testClient('http://127.0.0.1:9').GET(PATH, options));
    expect(await timeToSettle(call)).toBe(100);
    expect(await call).toMatchObject({ name: 'AbortError', cause: 'enough' });
  });

  test('onError still sees a time limit and an abort, and may answer', async () => {
    const seen: unknown[] = [];
    const client = testClient('http://127.0.0.1:9', { fetch: silentFetch, deadline: 500 });
    client.use({
      onError: async ({ error }) => {
        seen.push((error as Error).name);
        return Response.json({ instead: true });
      },
    });
    const call = client.POST(PATH, { body });
    expect(await timeToSettle(call)).toBe(500);
    expect((await call).data).toEqual({ instead: true });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    const aborted = client.POST(PATH, { body, signal: controller.signal });
    expect(await timeToSettle(aborted)).toBe(100);
    expect((await aborted).data).toEqual({ instead: true });
    expect(seen).toEqual(['TimeoutError', 'AbortError']);
  });

  test('is called on the object that it is of', async () => {
    class Counting {
      calls = 0;
      onRequest(): undefined {
        this.calls++;
      }
    }
    const counting = new Counting();
    const client = testClient('http://127.0.0.1:9', { fetch: answer });
    client.use(counting);
    await client.GET(PATH);
    expect(counting.calls).toBe(1);
  });
});

test('many calls on one signal, at once and one after another, are no leak that Node warns of', async () => {
  const warnings: unknown[] = [];
  const note = (warning: unknown) => void warnings.push(warning);
  process.on('warning', note);
  const { signal } = new AbortController();
  const added = vi.spyOn(signal, 'addEventListener');
  const watched = testClient(server.url);
  watched.use({ onRequest: () => undefined });
  const ways: (() => Promise<unknown>)[] = [
    () => unwrap(testClient(server.url).GET(PATH, { signal })),
    () => unwrap(watched.GET(PATH, { signal })),
    () => createFetch()(server.url, { signal }),
  ];
  for (const send of ways) {
    await Promise.all(Array.from({ length: 30 }, send));
  }
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', note);
  expect(warnings).toEqual([]);
  expect(added).not.toHaveBeenCalled();
});
