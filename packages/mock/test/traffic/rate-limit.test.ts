// The limit as it is counted, and how long answers take.
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { call, document, ENROLLMENTS, start } from '../support.ts';

describe('rateLimit', () => {
  test('answers 429 to what is beyond, with true headers, for each key, until the window has moved on', async () => {
    const { url } = await start({ rateLimit: { limit: 2, window: 300 } });
    const ask = (api_key = 'one') => call(url + ENROLLMENTS, { headers: { api_key } });
    const remaining = async (key?: string) => (await ask(key)).headers.get('x-ratelimit-remaining');
    expect([await remaining(), await remaining()]).toEqual(['1', '0']);
    const { status, headers, body } = await ask();
    expect([status, headers.get('retry-after'), headers.get('x-ratelimit-limit')]).toEqual([429, '1', '2']);
    expect(body).toEqual({
      error: 'rate_limit_exceeded',
      message: 'Rate limit of 2 requests per 0.3 seconds exceeded',
      retry_after: 1,
    });
    const reset = Number(headers.get('x-ratelimit-reset')) * 1000 - Date.now();
    expect(reset).toBeGreaterThan(-100);
    expect(reset).toBeLessThan(1300);
    expect(await remaining('two')).toBe('1');
    await sleep(310);
    expect((await ask()).status).toBe(200);
  });

  test('leaves what was told for later, and ends with reset()', async () => {
    const mock = await start({ rateLimit: { limit: 1 } });
    const ask = async () => (await call(mock.url + ENROLLMENTS)).status;
    expect([await ask(), await ask()]).toEqual([200, 429]);
    mock.answer(`GET ${ENROLLMENTS}`, { status: 503 });
    expect(await ask()).toBe(429);
    expect(mock.requests.at(-1)?.refused).toBe('Rate limit of 1 requests per 60 seconds exceeded');
    mock.reset();
    expect(await ask()).toBe(200);
  });

  test('says so in the shape of the API where the document declares no 429', async () => {
    const { url } = await start({ spec: document, rateLimit: { limit: 1 } });
    await call(`${url}/version`);
    const { status, body, headers } = await call(`${url}/version`);
    expect([status, body.details]).toEqual([429, 'Rate limit of 1 requests per 60 seconds exceeded']);
    expect(headers.get('retry-after')).toBe('60');
  });

  test.each([{ limit: 0 }, { limit: 1.5 }, { window: 0 }, { window: Number.NaN }])(
    '%j is none',
    async (rateLimit) => {
      await expect(start({ rateLimit })).rejects.toThrow(/^rateLimit needs a whole limit/);
    },
  );
});

describe('latency', () => {
  test.each([
    [40, 38],
    [{ min: 30, max: 60 }, 28],
  ])('%j', async (latency, least) => {
    const { url } = await start({ latency });
    for (let index = 0; index < 2; index++) {
      const started = performance.now();
      await call(url + ENROLLMENTS);
      expect(performance.now() - started).toBeGreaterThanOrEqual(least);
    }
  });

  test.each([-1, Number.NaN, { min: 2, max: 1 }, { min: 0, max: 2 ** 31 }])('%j is none', async (latency) => {
    await expect(start({ latency })).rejects.toThrow(/^latency must be milliseconds/);
  });
});
