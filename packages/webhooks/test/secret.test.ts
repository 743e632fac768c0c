// Where the secret comes from, and what happens while there is none.
import { expect, expectTypeOf, test, vi } from 'vitest';
import { type EventContext, handler, WebhookVerificationError } from '../src/index.ts';
import {
  atNow,
  body,
  delivery,
  now,
  otherSecret,
  receiver,
  secret,
  signedHeaders,
  textOf,
} from './support.ts';

test.each([
  ['given by a function', () => secret],
  ['awaited', async () => secret],
  ['one of several', () => [otherSecret, secret]],
])('%s', async (_, secret) => {
  const { receive, events } = receiver({ secret });
  expect(await textOf(await receive(delivery()))).toBe('200 ok');
  expect(await textOf(await receive(delivery(body, signedHeaders(body, now, 'AA'))))).toBe('400 invalid');
  expect(events).toHaveLength(1);
});

test('asked for at each delivery, with the Request', async () => {
  const ask = vi.fn((request: Request) => (request.url.endsWith('/a') ? secret : otherSecret));
  const { receive } = receiver({ secret: ask });
  const to = (path: string) => new Request(`http://localhost${path}`, delivery());
  expect((await receive(to('/a'))).status).toBe(200);
  expect((await receive(to('/b'))).status).toBe(400);
  expect(ask).toHaveBeenCalledTimes(2);
});

test('out of what the platform gives beside the Request, which onEvent has too', async () => {
  interface Bindings {
    WEBHOOK_SECRET: string;
  }
  const seen: Bindings[] = [];
  const receive = handler({
    ...atNow,
    secret: (_request, env: Bindings) => env.WEBHOOK_SECRET,
    onEvent: (_event, { env }) => seen.push(env),
  });
  expectTypeOf(receive).toEqualTypeOf<(request: Request, env: Bindings) => Promise<Response>>();
  // As a Worker's fetch, which is called with a context as well.
  receive satisfies (request: Request, env: Bindings, context: object) => Promise<Response>;
  const env = { WEBHOOK_SECRET: secret };
  expect((await receive(delivery(), env)).status).toBe(200);
  expect(seen).toEqual([env]);
});

test('without it, the handler takes a Request alone, and stands where more is given', async () => {
  const receive = handler({ ...atNow, secret, onEvent() {} });
  expectTypeOf(receive).toEqualTypeOf<(request: Request) => Promise<Response>>();
  type Route = (request: Request, context: { params: Promise<object> }) => Promise<Response>;
  const POST: Route = handler({ ...atNow, secret: process.env.NO_SUCH_SECRET, onEvent() {} });
  expectTypeOf<Parameters<typeof POST>[0]>().toEqualTypeOf<Request>();
  handler({ ...atNow, secret, onEvent: (_event, { env }: EventContext) => expectTypeOf(env).toBeUnknown() });
});

const malformed = (message: RegExp) =>
  expect.objectContaining({
    code: 'malformed_secret',
    statusCode: 500,
    message: expect.stringMatching(message),
  });

test.each([
  [undefined, /^No webhook secret: pass webhook_secret/],
  [() => undefined, /^No webhook secret/],
  [[], /^No webhook secret/],
  ['', /^Webhook secret is empty: pass webhook_secret/],
  [async () => '', /^Webhook secret is empty/],
  [['', secret], /^Webhook secret 1 is empty/],
  ['not base64url', /^Webhook secret is not base64url/],
  [[secret, 'c2Vjcl'], /^Webhook secret 2 is not base64url/],
])('secret: %s is found at the delivery, which is answered 500', async (secret, message) => {
  const { receive, events, errors } = receiver({ secret });
  expect(await textOf(await receive(delivery()))).toBe('500 failed');
  expect(errors).toEqual([malformed(message)]);
  expect(errors[0]).toBeInstanceOf(WebhookVerificationError);
  expect(events).toEqual([]);
});

test.each([
  () => {
    throw new Error('the vault is closed');
  },
  () => Promise.reject(new Error('the vault is closed')),
])('a function that fails is answered 500', async (secret) => {
  const { receive, errors } = receiver({ secret });
  expect(await textOf(await receive(delivery()))).toBe('500 failed');
  expect(errors).toEqual([new Error('the vault is closed')]);
});
