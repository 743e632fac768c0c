// The stateful mock: what the document would answer, corrected by what was called before.
import { sign } from '@agentsource/webhooks/testing';
import { MockError } from '../errors.ts';
import { sentence } from '../http/validation-errors.ts';
import { isObject } from '../json.ts';
import type { MockRequest } from '../judging/request.ts';
import type { Responder } from '../responder.ts';
import { Deliveries, type Delivery } from './deliveries.ts';
import { exampleData } from './example-data.ts';
import { OPERATIONS, type Outcome } from './operations.ts';
import { checkSeed, type JudgeBody, plant, type Seed } from './seed.ts';
import { State } from './state.ts';

/** The partner that the webhook belongs to with which the mock was started. */
const OWN_PARTNER = 'mock';

export interface Lifecycle {
  /** Whether anything is remembered of an operation, or answered from what is. */
  remembers(operationId: string): boolean;
  /** The body in place of the one that the document has for a valid request, or a refusal; undefined to leave it. */
  respond(operationId: string, request: MockRequest, body: unknown): Promise<Outcome | undefined>;
  /** The secret of the webhook that the mock was started with. */
  webhookSecret?: string;
  /** Forgets everything but what the mock was started with, and drops deliveries that wait. */
  reset(): void;
  close(): void;
}

export interface LifecycleOptions {
  webhookUrl?: string;
  webhookSecret?: string;
  seed?: Seed;
  onDelivery?: (delivery: Delivery) => void;
}

/** @throws {MockError} on a URL, a secret or a seed that can't be used, or a document without any of the operations. */
export async function createLifecycle(
  responder: Responder,
  { webhookUrl, webhookSecret, seed = {}, onDelivery = () => {} }: LifecycleOptions,
): Promise<Lifecycle> {
  refuseForgetful(responder.operations.flatMap(({ id = [] }) => id));
  checkSeed(seed, judgeOf(responder));
  const dataOf = exampleData(responder);
  const { webhooks = [] } = seed;
  if (webhookUrl !== undefined) refuseUrl(webhookUrl);
  for (const secret of [webhookSecret, ...webhooks.map(({ webhook_secret }) => webhook_secret)]) {
    if (secret !== undefined) await refuseMalformed(secret);
  }
  const begin = () => {
    const begun = new State();
    if (webhookUrl !== undefined) begun.register(OWN_PARTNER, webhookUrl, webhookSecret);
    plant(seed, begun);
    return begun;
  };
  let state = begin();
  const given = [
    ...(webhookUrl === undefined ? [] : [webhookUrl]),
    ...webhooks.map(({ webhook_url }) => webhook_url),
  ];
  const deliveries = new Deliveries(onDelivery, given);
  const own = webhookUrl === undefined ? undefined : state.webhooks.get(OWN_PARTNER);
  return {
    remembers: (operationId) => Object.hasOwn(OPERATIONS, operationId),
    async respond(operationId, request, answer) {
      const operation = Object.hasOwn(OPERATIONS, operationId) ? OPERATIONS[operationId] : undefined;
      if (operation === undefined || !isObject(answer)) return undefined;
      const body = isObject(request.json) ? request.json : {};
      return operation({ body, name: lastSegment(request.path), answer, state, deliveries, dataOf });
    },
    ...(own && { webhookSecret: own.webhook_secret }),
    reset() {
      deliveries.reset();
      state = begin();
    },
    close: () => deliveries.close(),
  };
}

function judgeOf(responder: Responder): JudgeBody {
  return (operationId, body) => {
    const violations = responder.bodyViolations(operationId, body);
    return violations.length === 0 ? undefined : sentence(violations);
  };
}

function refuseForgetful(operationIds: readonly string[]): void {
  if (operationIds.some((id) => Object.hasOwn(OPERATIONS, id))) return;
  throw new MockError(
    'The document has none of the operations that a stateful mock remembers anything of ' +
      `(${Object.keys(OPERATIONS).join(', ')}); start it without --stateful, --seed and --webhook-url`,
  );
}

function refuseUrl(webhookUrl: string): void {
  if (URL.canParse(webhookUrl) && /^https?:$/.test(new URL(webhookUrl).protocol)) return;
  throw new MockError(`webhookUrl must be an http or https URL, not ${webhookUrl}`);
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
