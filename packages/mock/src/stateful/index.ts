// The stateful mock: what the document would answer, corrected by what was called before.
import { sign } from '@agentsource/webhooks/testing';
import { MockError } from '../errors.ts';
import { isObject } from '../json.ts';
import type { MockRequest } from '../judging/request.ts';
import { Deliveries, type Delivery } from './deliveries.ts';
import { OPERATIONS, type Outcome } from './operations.ts';
import { State } from './state.ts';

/** The partner that the webhook belongs to with which the mock was started. */
const OWN_PARTNER = 'mock';

export interface Lifecycle {
  /** The body in place of the one that the document has for a valid request, or a refusal; undefined to leave it. */
  respond(operationId: string, request: MockRequest, body: unknown): Promise<Outcome | undefined>;
  /** The secret of the webhook that the mock was started with. */
  webhookSecret?: string;
  close(): void;
}

export interface LifecycleOptions {
  webhookUrl?: string;
  webhookSecret?: string;
  onDelivery?: (delivery: Delivery) => void;
}

/** @throws {MockError} on a URL or secret that can't be used, or a document without any of the operations. */
export async function createLifecycle(
  operationIds: readonly string[],
  { webhookUrl, webhookSecret, onDelivery = () => {} }: LifecycleOptions,
): Promise<Lifecycle> {
  if (!operationIds.some((id) => Object.hasOwn(OPERATIONS, id))) {
    throw new MockError(
      'The document has none of the operations that a stateful mock remembers anything of ' +
        `(${Object.keys(OPERATIONS).join(', ')}); start it without --stateful and --webhook-url`,
    );
  }
  const state = new State();
  if (webhookUrl !== undefined) {
    if (!URL.canParse(webhookUrl) || !/^https?:$/.test(new URL(webhookUrl).protocol)) {
      throw new MockError(`webhookUrl must be an http or https URL, not ${webhookUrl}`);
    }
    if (webhookSecret !== undefined) await refuseMalformed(webhookSecret);
    state.register(OWN_PARTNER, webhookUrl, webhookSecret);
  }
  const deliveries = new Deliveries(onDelivery, webhookUrl === undefined ? [] : [webhookUrl]);
  const own = state.webhooks.get(OWN_PARTNER);
  return {
    async respond(operationId, request, answer) {
      const operation = Object.hasOwn(OPERATIONS, operationId) ? OPERATIONS[operationId] : undefined;
      if (operation === undefined || !isObject(answer)) return undefined;
      const body = isObject(request.json) ? request.json : {};
      return operation({ body, name: lastSegment(request.path), answer, state, deliveries });
    },
    ...(own && { webhookSecret: own.webhook_secret }),
    close: () => deliveries.close(),
  };
}

function lastSegment(path: string): string {
  const segment = path.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

async function refuseMalformed(secret: string): Promise<void> {
  await sign('', secret).catch((error: Error) => {
    throw new MockError(`webhookSecret can't sign: ${error.message}`);
  });
}
