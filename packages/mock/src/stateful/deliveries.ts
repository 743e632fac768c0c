// Delivers signed events, one after the other, each once.
import type { WebhookEvent } from '@agentsource/webhooks';
import { isLoopback } from '@agentsource/webhooks/loopback';
import { sampleEvent, sign } from '@agentsource/webhooks/testing';
import type { Webhook } from './state.ts';

/** One event that was sent, or could not be. */
export interface Delivery {
  url: string;
  event: WebhookEvent;
  /** What the receiver answered; absent when it did not. */
  status?: number;
  /** Why there was no answer. */
  error?: string;
}

/** How long a receiver may take, in milliseconds. */
const TIMEOUT = 5_000;

export class Deliveries {
  readonly #report: (delivery: Delivery) => void;
  readonly #trusted: ReadonlySet<string>;
  #ended = new AbortController();
  #last: Promise<unknown> = Promise.resolve();

  /** `trusted` are URLs that the mock's owner gave; a URL that came by a request is only served on this machine. */
  constructor(report: (delivery: Delivery) => void, trusted: readonly string[]) {
    this.#report = report;
    this.#trusted = new Set(trusted);
  }

  /** What ends the deliveries that are made up to the next reset. */
  get signal(): AbortSignal {
    return this.#ended.signal;
  }

  /** Resolves, when its turn has come, with whether the receiver took it. */
  send(webhook: Webhook, fields: Partial<WebhookEvent>, signal: AbortSignal = this.signal): Promise<boolean> {
    const delivered = this.#last.then(async () => {
      if (signal.aborted) return false;
      const delivery = await this.#deliver(webhook, sampleEvent(fields), signal);
      if (!signal.aborted) this.#report(delivery);
      return delivery.status !== undefined && delivery.status < 300;
    });
    this.#last = delivered;
    return delivered;
  }

  /** Ends what is under way, and drops what waits. */
  reset(): void {
    this.#ended.abort();
    this.#ended = new AbortController();
  }

  /** The same, for good. */
  close(): void {
    this.#ended.abort();
  }

  async #deliver(
    { webhook_url: url, webhook_secret }: Webhook,
    event: WebhookEvent,
    ended: AbortSignal,
  ): Promise<Delivery> {
    if (!this.#trusted.has(url) && !isOnThisMachine(url)) {
      return {
        url,
        event,
        error: 'the mock delivers to this machine only, or to the URL it was started with',
      };
    }
    const body = JSON.stringify(event);
    try {
      const headers = await sign(body, webhook_secret);
      const signal = AbortSignal.any([ended, AbortSignal.timeout(TIMEOUT)]);
      const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
      await response.body?.cancel();
      return { url, event, status: response.status };
    } catch (error) {
      const { message, cause } = error as Error & { cause?: { message?: string; code?: string } };
      return { url, event, error: cause?.message || cause?.code || message };
    }
  }
}

function isOnThisMachine(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const parsed = new URL(url);
  return /^https?:$/.test(parsed.protocol) && isLoopback(parsed);
}
