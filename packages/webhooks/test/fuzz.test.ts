// 100,000 deliveries, most of them damaged: accepted exactly when Node's own HMAC and a few plain rules say so, never another
// error than ours. The same every time; FUZZ_SEED=2 vitest run fuzz tries others, and a failure says which it was.
import { expect, test } from 'vitest';
import { handler, parse, verify, WebhookParseError, WebhookVerificationError } from '../src/index.ts';
import { atNow, event, now, otherSecret, secret, signatureOf } from './support.ts';

const deliveries = 100_000;
const seed = Number(process.env.FUZZ_SEED ?? 1);
const secrets = [secret, otherSecret];

interface Delivery {
  body: Buffer;
  timestamp: string;
  signature: string;
}

/** Mulberry32: whole numbers from 0 to `below` - 1. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const random = randomFrom(seed);
const pick = <T>(values: readonly T[]): T => values[random(values.length)] as T;
const bytes = (length: number) => Buffer.from(Array.from({ length }, () => random(256)));

const bodies: (() => Buffer)[] = [
  () => Buffer.from(JSON.stringify({ ...event, event_id: `event_${random(1e6)}` })),
  () => Buffer.from(JSON.stringify({ ...event, data: { name: '東京 🚀', deep: [[[{}]]] } }, null, random(3))),
  () =>
    Buffer.from(
      JSON.stringify({ ...event, [pick(Object.keys(event))]: pick([null, 1, [], {}, '', '\ud800']) }),
    ),
  () => Buffer.from(JSON.stringify(event), pick(['utf16le', 'latin1', 'base64'] as const)),
  () => bytes(random(200)),
  () =>
    Buffer.from(
      pick(['', '{}', '[]', 'null', '1e999', '"', '{"__proto__":1}', '\ufeff{}', '['.repeat(5000)]),
    ),
];

const timestamps: (() => string)[] = [
  () => String(now),
  () => String(now - 302 + random(605)),
  () => `${pick(['0', '+', '-', ' ', '', '\t'])}${now}${pick(['', ' ', '.0', 'e0', '\n', ', 1', '.'])}`,
  () => pick(['', '0', 'NaN', 'Infinity', '0x10', '９', '9'.repeat(15), '9'.repeat(400), '\u0000', 'null']),
];

/** One thing gone wrong, or tried, on the way. */
const damages: ((delivery: Delivery) => Partial<Delivery>)[] = [
  ({ body }) => ({ body: flipped(body) }),
  ({ body }) => ({ body: body.subarray(0, random(body.length + 1)) }),
  ({ body }) => ({ body: Buffer.concat([body, bytes(1 + random(3))]) }),
  ({ body, timestamp }) => ({ body: Buffer.from(`${timestamp}.${body.toString('latin1')}`, 'latin1') }),
  () => ({ timestamp: pick(timestamps)() }),
  ({ timestamp }) => ({
    timestamp: pick([` ${timestamp}`, `${timestamp} `, `0${timestamp}`, `${timestamp}.`]),
  }),
  ({ signature }) => ({
    signature: flipped(Buffer.from(signature, 'base64url')).toString('base64url').concat('='),
  }),
  ({ signature }) => ({ signature: signature.replace('=', pick(['', '==', '\n', ' ', '%3D', 'A'])) }),
  ({ signature }) => ({ signature: signature.replaceAll('-', '+').replaceAll('_', '/') }),
  ({ signature }) => ({
    signature: pick([signature.toLowerCase(), signature.slice(random(9)), `${signature}, x`]),
  }),
  ({ signature }) => ({
    signature: signature.slice(0, 42) + pick([...'ABCDwxyz0189-_=']) + signature.slice(43),
  }),
  ({ body, timestamp }) => ({ signature: signatureOf(body, timestamp, pick(['', 'AA', 'c2VjcmV0'])) }),
  () => ({
    signature: pick(['', '=', 'A'.repeat(43).concat('='), bytes(32).toString('base64'), '\u0000', '署名']),
  }),
];

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const index = random(copy.length || 1);
  if (copy.length > 0) copy[index] = (copy[index] ?? 0) ^ (1 << random(8));
  return copy;
}

function anyDelivery(): Delivery {
  const body = pick(bodies)();
  const timestamp = random(3) === 0 ? pick(timestamps)() : String(now);
  let delivery: Delivery = { body, timestamp, signature: signatureOf(body, timestamp, pick(secrets)) };
  for (let count = random(3); count > 0; count -= 1) delivery = { ...delivery, ...pick(damages)(delivery) };
  return delivery;
}

/** What the documentation asks of a delivery, by other means than ours. */
function isGenuine({ body, timestamp, signature }: Delivery): boolean {
  const [digits] = /^[0-9]+$/.exec(timestamp) ?? [];
  return (
    digits === timestamp &&
    Math.abs(now - Number(timestamp)) <= 300 &&
    secrets.some((key) => signature === signatureOf(body, timestamp, key))
  );
}

function isEventBody(body: Buffer): boolean {
  try {
    parse(body);
    return true;
  } catch {
    return false;
  }
}

function headersOf({ timestamp, signature }: Delivery) {
  const plain = { 'x-timestamp': timestamp, 'x-signature': signature };
  switch (random(5)) {
    case 0:
      return { 'X-Timestamp': timestamp, 'X-SIGNATURE': signature };
    case 1:
      return { 'x-timestamp': [timestamp], 'x-signature': [signature], 'set-cookie': ['a', 'b'] };
    case 2:
      return { ...plain, get: 'x', 'x-other': undefined };
    case 3:
      return [timestamp, signature].every((value) => /^[!-~]*$/.test(value)) ? new Headers(plain) : plain;
    default:
      return plain;
  }
}

const forms = [
  (body: Buffer) => body,
  (body: Buffer) => new Uint8Array(body),
  (body: Buffer) => new Uint8Array(body).buffer,
  // As a string only where nothing is lost by it.
  (body: Buffer) => (Buffer.from(body.toString()).equals(body) ? body.toString() : body),
];

/** The codes, or "event" or "no event" for what is accepted. */
async function outcomeOf(delivery: Delivery): Promise<string> {
  const body = pick(forms)(delivery.body);
  try {
    await verify(body, headersOf(delivery), secrets, atNow);
  } catch (error) {
    if (error instanceof WebhookVerificationError) return error.code;
    throw error;
  }
  try {
    parse(body);
    return 'event';
  } catch (error) {
    if (error instanceof WebhookParseError) return 'no event';
    throw error;
  }
}

test(`${deliveries} deliveries, seed ${seed}`, { timeout: 120_000 }, async () => {
  const outcomes: Record<string, number> = {};
  for (let done = 0; done < deliveries; done += 500) {
    const batch = Array.from({ length: 500 }, anyDelivery);
    await Promise.all(
      batch.map(async (delivery, index) => {
        const failed = `seed ${seed}, delivery ${done + index}: ${JSON.stringify(delivery)}`;
        const outcome = await outcomeOf(delivery).catch((error: unknown) =>
          expect.fail(`${failed} threw ${error}`),
        );
        const accepted = outcome === 'event' || outcome === 'no event';
        if (accepted !== isGenuine(delivery)) expect.fail(`${failed} gave ${outcome}`);
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      }),
    );
  }
  // Each outcome was met, and often: the deliveries reach every branch.
  const kinds = [
    'event',
    'no event',
    'missing_header',
    'bad_timestamp',
    'bad_signature',
    'too_old',
    'too_new',
  ];
  expect(Object.keys(outcomes).sort()).toEqual([...kinds].sort());
  expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(100);
});

test('5,000 more through a handler: 200 to genuine events, 400 to everything else', async () => {
  const receive = handler({ secret: secrets, ...atNow, onEvent() {}, onError() {} });
  const statuses: Record<number, number> = {};
  for (let done = 0; done < 5000; done += 1) {
    const delivery = anyDelivery();
    const { body, timestamp, signature } = delivery;
    // What no Request can hold reaches no handler.
    if (![timestamp, signature].every((value) => /^[!-~]*$/.test(value))) continue;
    const headers = { 'X-Timestamp': timestamp, 'X-Signature': signature };
    const request = new Request('http://localhost/', { method: 'POST', headers, body: new Uint8Array(body) });
    const { status } = await receive(request);
    const expected = isGenuine(delivery) && isEventBody(body) ? 200 : 400;
    if (status !== expected)
      expect.fail(`seed ${seed}, delivery ${JSON.stringify(delivery)} was answered ${status}`);
    statuses[status] = (statuses[status] ?? 0) + 1;
  }
  expect(Math.min(...Object.values(statuses), statuses[200] ?? 0, statuses[400] ?? 0)).toBeGreaterThan(100);
});
