// What is done with a delivery, whatever brought it: handler.ts and node.ts stand in front of it.
import { type Chunks, readUpTo } from './body.ts';
import { WebhookParseError } from './errors.ts';
import type { Secrets } from './keys.ts';
import { checkNumber } from './numbers.ts';
import { onceEach } from './once.ts';
import { parse, type WebhookEvent } from './parse.ts';
import { type EventStore, memoryStore } from './store.ts';
import { createTrace, type OnError, type Trace } from './trace.ts';
import { checkTolerance, type VerifyOptions, verify, type WebhookHeaders } from './verify.ts';

/** What `onEvent` is given beside the event. */
export interface EventContext<Env = unknown> {
  /** Aborted when `timeout` is over and the delivery has been answered 503; its reason is a `TimeoutError`. */
  signal: AbortSignal;
  /** What came with the request: a Worker's bindings, for instance; `nodeHandler` gives `undefined`. */
  env: Env;
}

export interface ReceiverOptions<Env = unknown> extends VerifyOptions {
  /**
   * Called for each event, verified and parsed. The answer waits for it, so hand long work to a queue. When it throws, the answer is
   * 500 and the event counts as not handled: it is handled if it is delivered again.
   */
  onEvent: (event: WebhookEvent, context: EventContext<Env>) => unknown;
  /**
   * Told of everything that went wrong: a `WebhookVerificationError` or `WebhookParseError` for a delivery that was refused,
   * otherwise whatever `onEvent`, `secret` or `store` threw. What it throws itself is logged and harms nothing.
   *
   * Default: the console. Of refused deliveries, which anyone on the internet can cause, it has at most one line a minute, which
   * counts them by reason; the rest is logged as it comes.
   */
  onError?: OnError;
  /** Where handled events are remembered. Default: `memoryStore()`, the last 10,000 in this process. */
  store?: EventStore;
  /** When the store fails before `onEvent`: answer 500 (`'fail'`, the default), or handle the event, maybe once more (`'handle'`). */
  onStoreError?: 'fail' | 'handle';
  /**
   * Milliseconds after which a delivery is answered 503 although `onEvent` has not settled; its `signal` is aborted then. The event
   * stays claimed until `onEvent` settles. Default: 25,000.
   */
  timeout?: number;
  /** Milliseconds after which a claim ends of itself, so that another delivery is handled. Default: 60,000. */
  claimFor?: number;
  /** A longer body is answered 413 and not read to its end. In bytes. Default: 1,048,576. */
  maxBodyBytes?: number;
}

/** What `handler` and `nodeHandler` give on: their requests have these in common. */
export interface DeliveryRequest {
  readonly method?: string | undefined;
  readonly headers: WebhookHeaders;
}

type MaybeSecrets = Secrets | undefined;

/** `webhook_secret`, or what gives it for a request. */
export type SecretOption<Request, Env> =
  | MaybeSecrets
  | ((request: Request, env: Env) => MaybeSecrets | Promise<MaybeSecrets>);

/** The receiver is at fault, not the delivery: thrown where the body is read. */
export class ReceiverError extends TypeError {
  readonly statusCode = 500;
}

export type Answer = [status: number, text: string, headers: Record<string, string>];

/**
 * The returned function never rejects.
 * @throws RangeError for a number out of range
 */
export function createReceiver<Request extends DeliveryRequest, Env>(
  options: ReceiverOptions<Env> & { secret: SecretOption<Request, Env> },
): (request: Request, env: Env, chunks: Chunks) => Promise<Answer> {
  const { secret, onEvent, store = memoryStore(), onStoreError, maxBodyBytes = 1_048_576 } = options;
  const { timeout = 25_000, claimFor = 60_000 } = options;
  checkNumber('maxBodyBytes', maxBodyBytes, maxBodyBytes > 0, 'above 0');
  // Timers of more than 2 ** 31 ms fire at once.
  checkNumber('timeout', timeout, timeout > 0 && timeout < 2 ** 31, 'ms below 2 ** 31');
  checkNumber(
    'claimFor',
    claimFor,
    claimFor >= timeout && claimFor < 2 ** 31,
    'ms below 2 ** 31, not below timeout',
  );
  checkTolerance(options.toleranceSeconds);
  const trace = createTrace(options.onError);
  const once = onceEach<Env>({ onEvent, store, onStoreError, timeout, claimFor }, trace);

  async function statusOf(request: Request, env: Env, chunks: Chunks): Promise<number> {
    let secrets: MaybeSecrets;
    try {
      secrets = await (typeof secret === 'function' ? secret(request, env) : secret);
    } catch (error) {
      trace.failed(error);
      return 500;
    }
    let event: WebhookEvent;
    try {
      const body = await readUpTo(maxBodyBytes, request.headers, chunks);
      await verify(body, request.headers, secrets as Secrets, options);
      event = parse(body);
    } catch (error) {
      return refuse(error, trace);
    }
    return await once(event, env);
  }

  const answers: Record<number, [text: string, headers?: Record<string, string>]> = {
    200: ['ok'],
    400: ['invalid'],
    405: ['', { Allow: 'POST' }],
    // Closed, because what remains of the request, unread, would otherwise keep the connection open.
    413: ['too large', { Connection: 'close' }],
    500: ['failed'],
    // By then it is handled, or free again.
    503: ['busy', { 'Retry-After': `${Math.ceil(claimFor / 1000)}` }],
  };
  return async (request, env, chunks) => {
    const status = request.method === 'POST' ? await statusOf(request, env, chunks) : 405;
    const [text = '', headers = {}] = answers[status] ?? [];
    return [status, text, headers];
  };
}

/** The status to answer. Every error of ours says by its `statusCode` whose fault it is. */
function refuse(error: unknown, trace: Trace): number {
  const { statusCode = 400, code = 'unreadable' } = (error ?? {}) as { statusCode?: number; code?: string };
  // Only the holder of the secret can cause the latter.
  if (statusCode === 500 || error instanceof WebhookParseError) trace.failed(error, statusCode);
  else trace.refused(error, code);
  return statusCode;
}
