// The answers of a handler, and how often it calls onEvent.
import { describe, expect, test, vi } from 'vitest';
import { type EventStore, memoryStore } from '../src/index.ts';
import { body, delivery, event, now, otherSecret, receiver, signedHeaders, textOf } from './support.ts';

describe('answers', () => {
  test('200 to a genuine delivery', async () => {
    const { receive, events, errors } = receiver();
    expect(await textOf(await receive(delivery()))).toBe('200 ok');
    expect(events).toEqual([event]);
    expect(errors).toEqual([]);
  });

  test.each([
    ['missing_header', () => delivery(body, {})],
    ['bad_timestamp', () => delivery(body, signedHeaders(body, 'soon'))],
    ['bad_signature', () => delivery(body, signedHeaders(`${body} `))],
    ['bad_signature', () => delivery(body, signedHeaders(body, now, otherSecret))],
    ['too_old', () => delivery(body, signedHeaders(body, now - 1000))],
    ['too_new', () => delivery(body, signedHeaders(body, now + 1000))],
    [undefined, () => delivery('not JSON')],
    [undefined, () => delivery('{}')],
    [undefined, () => new Request('http://localhost/', { method: 'POST', headers: signedHeaders('') })],
  ])('400 to %s, with the same answer for all of them', async (code, request) => {
    const { receive, events, errors } = receiver();
    const response = await receive(request());
    expect([...response.headers]).toEqual([['content-type', 'text/plain;charset=UTF-8']]);
    expect(await textOf(response)).toBe('400 invalid');
    expect(events).toEqual([]);
    expect(errors).toEqual([expect.objectContaining(code ? { code } : { name: 'WebhookParseError' })]);
  });

  test('405 to another method', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'HEAD', 'OPTIONS']) {
      const response = await receiver().receive(new Request('http://localhost/', { method }));
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    }
  });

  test('500 when onEvent throws, and handles the event when it comes again', async () => {
    const onEvent = vi.fn(() => {});
    onEvent.mockImplementationOnce(() => {
      throw new Error('the database is down');
    });
    const { receive, errors } = receiver({ onEvent });
    expect(await textOf(await receive(delivery()))).toBe('500 failed');
    expect(errors).toEqual([new Error('the database is down')]);
    expect(await textOf(await receive(delivery()))).toBe('200 ok');
    expect(await textOf(await receive(delivery()))).toBe('200 ok');
    expect(onEvent).toHaveBeenCalledTimes(2);
  });

  test('500 when onEvent rejects', async () => {
    const { receive } = receiver({ onEvent: () => Promise.reject(new Error('later')) });
    expect((await receive(delivery())).status).toBe(500);
  });
});

describe('a body that is too long', () => {
  const long = `"${'x'.repeat(2000)}"`;

  test('is answered 413 by its declared length, unread', async () => {
    const request = delivery(body, { ...signedHeaders(body), 'content-length': '2000' });
    const { receive, events } = receiver({ maxBodyBytes: 1000 });
    expect((await receive(request)).status).toBe(413);
    expect([request.bodyUsed, events]).toEqual([false, []]);
  });

  test('is answered 413 when it turns out too long, without more being read', async () => {
    let pulled = 0;
    const cancel = vi.fn();
    const endless = new ReadableStream({
      cancel,
      pull(controller) {
        pulled += 1;
        controller.enqueue(new TextEncoder().encode('x'.repeat(100)));
      },
    });
    const request = new Request('http://localhost/', {
      method: 'POST',
      headers: signedHeaders(body),
      body: endless,
      duplex: 'half',
    });
    expect((await receiver({ maxBodyBytes: 1000 }).receive(request)).status).toBe(413);
    expect(pulled).toBeLessThan(20);
    expect(cancel).toHaveBeenCalled();
  });

  test('and one that breaks off is answered 400, whatever it breaks off with', async () => {
    for (const reason of [undefined, null, new Error('gone')]) {
      const body = new ReadableStream({ start: (controller) => controller.error(reason) });
      const init = { method: 'POST', headers: signedHeaders(''), body, duplex: 'half' as const };
      const { receive, errors } = receiver();
      expect((await receive(new Request('http://localhost/', init))).status).toBe(400);
      expect(errors).toHaveLength(1);
    }
  });

  test('may be just as long as allowed', async () => {
    const { receive } = receiver({ maxBodyBytes: body.length });
    expect((await receive(delivery())).status).toBe(200);
    expect((await receiver({ maxBodyBytes: body.length - 1 }).receive(delivery())).status).toBe(413);
    expect((await receiver().receive(delivery(long))).status).toBe(400);
  });
});

describe('one event is handled once', () => {
  test('when it is delivered again, signed anew', async () => {
    const { receive, events } = receiver();
    for (const timestamp of [now, now + 60]) {
      expect((await receive(delivery(body, signedHeaders(body, timestamp)))).status).toBe(200);
    }
    expect(events).toHaveLength(1);
  });

  test('when it is delivered again while it is being handled: both wait', async () => {
    let finish = () => {};
    const onEvent = vi.fn(() => {
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    });
    const { receive } = receiver({ onEvent });
    const answers = [receive(delivery()), receive(delivery())];
    await vi.waitFor(() => expect(onEvent).toHaveBeenCalled());
    expect(await Promise.race([...answers, 'waiting'])).toBe('waiting');
    finish();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200]);
    expect(onEvent).toHaveBeenCalledTimes(1);
  });

  test('and when it fails then, both are told to try again', async () => {
    const onEvent = vi.fn(() => new Promise((_, reject) => setTimeout(reject, 20, new Error('down'))));
    const { receive, errors } = receiver({ onEvent });
    const answers = await Promise.all([receive(delivery()), receive(delivery())]);
    expect(answers.map(({ status }) => status)).toEqual([500, 500]);
    expect([onEvent.mock.calls.length, errors.length]).toEqual([1, 1]);
  });

  test('with a store of one’s own, a Set for instance', async () => {
    const store = new Set<string>();
    const { receive } = receiver({ store });
    await receive(delivery());
    expect([...store]).toEqual(['event_1']);
    const other = receiver({ store });
    expect((await other.receive(delivery())).status).toBe(200);
    expect(other.events).toEqual([]);
  });

  test('and is not handled when the store cannot say whether it was', async () => {
    const store: EventStore = { has: () => Promise.reject(new Error('no connection')), add: () => {} };
    const { receive, events, errors } = receiver({ store });
    expect((await receive(delivery())).status).toBe(500);
    expect([events, errors]).toEqual([[], [new Error('no connection')]]);
  });

  test('and is not asked for again when only the remembering failed', async () => {
    const store: EventStore = { has: () => false, add: () => Promise.reject(new Error('disk full')) };
    const { receive, events, errors } = receiver({ store });
    expect((await receive(delivery())).status).toBe(200);
    expect([events.length, errors]).toEqual([1, [new Error('disk full')]]);
  });
});

test('memoryStore forgets the oldest first', async () => {
  const store = memoryStore({ max: 2 });
  for (const id of ['a', 'b', 'b', 'c']) store.add(id);
  expect(await Promise.all(['a', 'b', 'c'].map((id) => store.has(id)))).toEqual([false, true, true]);
});

describe('mistakes are found when the handler is made, not per delivery', () => {
  test.each([
    [{ toleranceSeconds: Number.NaN }, /toleranceSeconds must be/],
    [{ maxBodyBytes: 0 }, /maxBodyBytes must be/],
    [{ maxBodyBytes: Number.NaN }, /maxBodyBytes must be/],
    [{ timeout: 0 }, /timeout must be/],
    [{ timeout: 2 ** 31, claimFor: 2 ** 32 }, /timeout must be/],
    [{ timeout: 60_001 }, /claimFor must be ms below .*, not below timeout; it is 60000/],
    [{ timeout: 10, claimFor: 9 }, /claimFor must be/],
    [{ claimFor: Number.POSITIVE_INFINITY }, /claimFor must be/],
  ])('%j', (options, message) => {
    expect(() => receiver(options)).toThrow(RangeError);
    expect(() => receiver(options)).toThrow(message);
  });

  test.each([0, 1.5, Number.POSITIVE_INFINITY])('memoryStore({ max: %s })', (max) => {
    expect(() => memoryStore({ max })).toThrow(/max must be a whole number/);
  });

  test('a body that was read already', async () => {
    const request = delivery();
    await request.text();
    await expect(receiver().receive(request)).rejects.toThrow(/read already/);
    const locked = delivery();
    locked.body?.getReader();
    await expect(receiver().receive(locked)).rejects.toThrow(/read already/);
  });
});

test('what is no Request is refused at once, and told what takes it', () => {
  const { receive } = receiver();
  const request = { method: 'POST', headers: signedHeaders(body), body: event, get: () => undefined };
  for (const wrong of [request, { headers: {} }, {}, undefined, null, 'POST', { req: delivery() }]) {
    // Synchronously, so that a framework that awaits nothing hears of it.
    expect(() => receive(wrong as Request)).toThrow(TypeError);
    expect(() => receive(wrong as Request)).toThrow(/nodeHandler of @agentsource\/webhooks\/node/);
  }
});
