// What a mock is started with.
import type { AnsweredRequest } from './control/recorded-request.ts';
import { MockError } from './errors.ts';
import type { Delivery } from './stateful/deliveries.ts';
import type { Seed } from './stateful/seed.ts';
import type { Latency } from './traffic/latency.ts';
import type { RateLimitOptions } from './traffic/rate-limit.ts';

export type Texts = 'plausible' | 'any';

export interface MockOptions {
  /** The port to listen on; default 0, which picks a free one. */
  port?: number;
  /** The address to listen on; default `127.0.0.1`, which only this machine reaches. */
  host?: string;
  /**
   * The OpenAPI 3.0 or 3.1 document to serve: the parsed document, or a path (YAML, JSON, or a documentation page with one in its
   * OpenAPI fence); default the one this package was made from. It may be anybody's: nothing in it is followed to elsewhere.
   */
  spec?: string | object;
  /**
   * Whether it remembers the enrollments and webhooks of earlier calls; default false, always true with `seed` and
   * `webhookUrl`. What it then does is said in the README.
   */
  stateful?: boolean;
  /** The enrollments and webhooks that a stateful mock knows from the beginning, and again after `reset()`. */
  seed?: Seed;
  /**
   * Counts the requests of each key in a sliding window, and answers 429 to those beyond; default none are counted. `{}` is the
   * API's own limit. The `X-RateLimit-*` headers and `Retry-After` are true then.
   */
  rateLimit?: RateLimitOptions;
  /** Milliseconds that each answer takes; default none. From `min` to `max` it is spread evenly, the same in every run. */
  latency?: Latency;
  /**
   * What drawn texts (`Prefer: dynamic=true`) look like. `plausible`, the default: what a field's name or format says that it holds, a
   * date, an address, a name. `any`: whatever the schema allows, which is harder on what reads it.
   */
  texts?: Texts;
  /** Where to deliver signed events of prospects as they are enrolled: a webhook registered for the partner `mock`. */
  webhookUrl?: string;
  /** The secret that signs those deliveries, base64url; default one that is the same each time, see `Mock.webhookSecret`. */
  webhookSecret?: string;
  /**
   * What `/__mock/` wants as `Authorization: Bearer`; default nothing, and then it is there on a loopback address only, for
   * programs and pages of this machine.
   */
  controlToken?: string;
  /** Called after each delivery, with what the receiver answered or why it did not. */
  onDelivery?: (delivery: Delivery) => void;
  /** Called after each request, when it has been answered or the caller has gone. */
  onRequest?: (request: AnsweredRequest) => void;
}

const TEXTS: readonly unknown[] = ['plausible', 'any'] satisfies Texts[];

/** @throws {MockError} on what no mock can be started with, as far as that shows without the document. */
export function checkOptions({
  port = 0,
  texts = 'plausible',
  webhookSecret,
  webhookUrl,
  controlToken,
}: MockOptions): void {
  if (!TEXTS.includes(texts)) throw new MockError(`texts must be "plausible" or "any", not "${texts}"`);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new MockError(`port must be a whole number from 0 to 65535, not ${port}`);
  }
  if (webhookSecret !== undefined && webhookUrl === undefined) {
    throw new MockError('webhookSecret signs what is delivered to webhookUrl, which is missing');
  }
  if (controlToken !== undefined && !/^[\w.~+/=-]{8,}$/.test(controlToken)) {
    throw new MockError(
      'controlToken must be 8 characters or more of those that a header may have: A-Z a-z 0-9 . _ ~ + / = -',
    );
  }
}
