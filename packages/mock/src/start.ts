// Starts a mock: puts its parts together and has them listen.

import type { paths } from '@agentsource/types';
import { isProblem } from './answering/choose.ts';
import { Requests } from './control/requests.ts';
import { Secrets } from './control/secrets.ts';
import { ToldAnswers } from './control/told-answers.ts';
import { loadDocument, OWN_DOCUMENT } from './document.ts';
import { MockError } from './errors.ts';
import { createRespond } from './http/exchange.ts';
import { listen } from './http/server.ts';
import type { Mock } from './mock.ts';
import { checkOptions, type MockOptions } from './options.ts';
import { sharedResponder } from './pool.ts';
import type { Responder } from './responder.ts';
import type { Lifecycle } from './stateful/index.ts';
import { createLatency } from './traffic/latency.ts';
import { RateLimiter } from './traffic/rate-limit.ts';

/**
 * Starts a mock of the API. Of another document than this package's, `answer` is typed by what openapi-typescript generates from
 * that: `startMock<paths>({ spec })`, or by nothing: `startMock<any>({ spec })`.
 *
 * @throws {MockError} when the port is taken, an option makes no sense, or the document can't be read, or could only be served
 * wrongly.
 *
 * @example
 * ```ts
 * import { startMock } from '@agentsource/mock';
 *
 * const mock = await startMock();
 * const response = await fetch(`${mock.url}/v1/prospects/events/enrollments`, {
 *   method: 'POST',
 *   headers: { api_key: 'any', 'content-type': 'application/json', prefer: 'code=429' },
 *   body: JSON.stringify({
 *     enrollment_key: 'tech_executives_monitor',
 *     event_types: ['prospect_changed_role'],
 *     prospect_ids: ['20ae6cbf564ee683e66685e429844a5ff8ffc30f'],
 *   }),
 * });
 * console.log(response.status, response.headers.get('retry-after')); // 429 0
 * await mock.close();
 * ```
 */
export async function startMock<Paths = paths>(options: MockOptions = {}): Promise<Mock<Paths>> {
  checkOptions(options);
  const { port = 0, host = '127.0.0.1', spec = OWN_DOCUMENT, onRequest } = options;
  const latency = createLatency(options.latency ?? 0);
  const limiter = options.rateLimit && new RateLimiter(options.rateLimit);
  const loaded = await loadDocument(spec);
  const { title, version, sha256 } = loaded;
  const responder = sharedResponder(loaded, options.texts ?? 'plausible');
  const { operations } = responder;
  const document = { title, version, sha256, operations: operations.length };
  const lifecycle = await lifecycleOf(responder, options);
  const requests = new Requests(new Secrets(operations));
  const told = toldAnswersOf(responder);
  const controlled = {
    document,
    get requests() {
      return requests.all;
    },
    tell: (operation: string, answer: unknown) => told.tell(operation, answer),
    reset() {
      for (const part of [requests, told, limiter, lifecycle]) part?.reset();
    },
  };
  const parts = { responder, told, lifecycle, limiter, latency };
  const server = await listen(
    (address) =>
      createRespond({
        parts,
        document: loaded.document,
        isOwn: spec === OWN_DOCUMENT,
        requests,
        controlled,
        control: { address, token: options.controlToken },
        onRequest,
      }),
    { port, host },
  );
  return {
    url: server.url,
    document,
    ...(lifecycle?.webhookSecret !== undefined && { webhookSecret: lifecycle.webhookSecret }),
    get requests() {
      return requests.all;
    },
    answer: controlled.tell,
    reset: controlled.reset,
    nonConformingOperations: async () => responder.nonConformingOperations(),
    close() {
      lifecycle?.close();
      return server.close();
    },
  };
}

/** What remembers enrollments is loaded where it is asked for. */
async function lifecycleOf(responder: Responder, options: MockOptions): Promise<Lifecycle | undefined> {
  const { stateful, webhookUrl, seed } = options;
  if (!stateful && webhookUrl === undefined && seed === undefined) return undefined;
  const { createLifecycle } = await import('./stateful/index.ts');
  return createLifecycle(responder, options);
}

function toldAnswersOf(responder: Responder): ToldAnswers {
  return new ToldAnswers(responder.operations, (operation, { status, example }) => {
    if (example === undefined) return;
    const answer = responder.declared(operation, {
      exampleKey: example,
      ...(status !== undefined && { code: status }),
    });
    if (isProblem(answer)) throw new MockError(answer.detail);
  });
}
