// What an operator reads on the console, or hears by onError.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type HandlerOptions, handler, WebhookParseError, WebhookVerificationError } from '../src/index.ts';
import { atNow, body, delivery, event, now, receiver, secret, signedHeaders } from './support.ts';

const lines: unknown[][] = [];
beforeEach(() => {
  lines.length = 0;
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...line) => lines.push(line));
  }
  vi.useFakeTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const forged = () => delivery(body, { 'x-timestamp': `${now}`, 'x-signature': 'forged' });

describe('without onError', () => {
  const quiet = (options: Partial<HandlerOptions> = {}) =>
    handler({ secret, ...atNow, onEvent() {}, ...options });

  test('the console has what onEvent threw', async () => {
    const receive = quiet({ onEvent: () => Promise.reject(new Error('down')) });
    expect((await receive(delivery())).status).toBe(500);
    expect(lines).toEqual([[new Error('down')]]);
  });

  test.each([
    [{ entity_type: 'company' }, 'entity_type is neither "business" nor "prospect"'],
    [{ enrollment_key: null }, 'enrollment_key is not a string'],
    [{ data: null }, 'data is not an object'],
  ])('a genuine delivery that is no event is told each time: %j', async (change, message) => {
    const text = JSON.stringify({ ...event, ...change });
    const receive = quiet();
    for (const _ of [1, 2]) expect((await receive(delivery(text))).status).toBe(400);
    const line = [`@agentsource/webhooks: answered 400: ${message}`];
    expect(lines).toEqual([line, line]);
  });

  test('a missing secret is one line', async () => {
    await quiet({ secret: undefined })(delivery());
    expect(lines).toEqual([
      [
        '@agentsource/webhooks: answered 500: No webhook secret: pass webhook_secret as add_webhook returned it',
      ],
    ]);
  });

  test('refused deliveries are counted, and at most one line a minute says how many and why', async () => {
    const receive = quiet();
    await receive(forged());
    expect(lines).toEqual([['@agentsource/webhooks: refused deliveries: 1 bad_signature']]);
    for (let count = 0; count < 1000; count += 1)
      await receive(count % 4 === 0 ? delivery(body, {}) : forged());
    await receive(delivery(body, { ...signedHeaders(body), 'content-length': '9999999' }));
    await vi.advanceTimersByTimeAsync(59_000);
    expect(lines).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_001);
    expect(lines[1]).toEqual([
      '@agentsource/webhooks: refused deliveries: 250 missing_header, 750 bad_signature, 1 too_large',
    ]);
    // And none where there is nothing to say.
    await vi.advanceTimersByTimeAsync(600_000);
    expect(lines).toHaveLength(2);
    await receive(forged());
    expect(lines).toHaveLength(3);
    await receive(forged());
    await vi.advanceTimersByTimeAsync(60_000);
    expect(lines).toHaveLength(4);
  });

  test('and the next refusal prints where timers end with the request', async () => {
    const receive = quiet();
    await receive(forged());
    await receive(forged());
    vi.clearAllTimers();
    await vi.advanceTimersByTimeAsync(60_001);
    await receive(forged());
    expect(lines.slice(1)).toEqual([['@agentsource/webhooks: refused deliveries: 2 bad_signature']]);
  });

  test('GET and the like are no deliveries', async () => {
    expect((await quiet()(new Request('http://localhost/'))).status).toBe(405);
    expect(lines).toEqual([]);
  });
});

describe('onError', () => {
  const broken: [string, () => unknown][] = [
    [
      'throws',
      () => {
        throw new Error('the logger broke');
      },
    ],
    ['rejects', () => Promise.reject(new Error('the logger broke'))],
  ];

  test.each(broken)('that %s harms nothing', async (_, onError) => {
    const { receive, events } = receiver({ onError });
    expect((await receive(forged())).status).toBe(400);
    expect((await receive(delivery('{}'))).status).toBe(400);
    expect((await receive(delivery())).status).toBe(200);
    expect(events).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(0);
    expect(lines).toEqual([[new Error('the logger broke')], [new Error('the logger broke')]]);
  });

  test('hears everything, and then the console nothing', async () => {
    const { receive, errors } = receiver({ maxBodyBytes: 500 });
    await receive(forged());
    await receive(delivery('{}'));
    await receive(delivery('x'.repeat(501)));
    expect(errors).toEqual([
      expect.any(WebhookVerificationError),
      expect.any(WebhookParseError),
      expect.objectContaining({ message: 'The body is longer than 500 bytes' }),
    ]);
    expect(lines).toEqual([]);
  });
});

test('errors carry the status for frameworks that take it from them', () => {
  expect(new WebhookVerificationError('too_old', '').statusCode).toBe(400);
  expect(new WebhookVerificationError('malformed_secret', '').statusCode).toBe(500);
  expect(new WebhookParseError('').statusCode).toBe(400);
});
