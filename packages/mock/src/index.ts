// @agentsource/mock: a mock of the AgentSource API in this process.

import { loadDocument, OWN_DOCUMENT } from './document.ts';
import { MockError } from './errors.ts';
import { answer } from './http/answer.ts';
import { listen } from './http/server.ts';
import type { NonConformingOperation } from './non-conforming.ts';
import { sharedResponder } from './pool.ts';
import type { Delivery } from './stateful/deliveries.ts';

export { MockError } from './errors.ts';
export type { NonConformingOperation } from './non-conforming.ts';
export type { Delivery } from './stateful/deliveries.ts';

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
   * Whether it remembers the enrollments and webhooks of earlier calls; default false, always true with `webhookUrl`. What
   * it then does is said in the README.
   */
  stateful?: boolean;
  /** Where to deliver signed events of prospects as they are enrolled: a webhook registered for the partner `mock`. */
  webhookUrl?: string;
  /** The secret that signs those deliveries, base64url; default one that is the same each time, see `Mock.webhookSecret`. */
  webhookSecret?: string;
  /** Called after each delivery, with what the receiver answered or why it did not. */
  onDelivery?: (delivery: Delivery) => void;
}

export interface Mock {
  /** Where it listens, such as `http://127.0.0.1:4010`: the client's `baseUrl`. */
  url: string;
  /** What it serves. */
  document: {
    title: string;
    /** `info.version` of the document. */
    version: string;
    /** SHA-256, in hex, of the document as JSON with two spaces and a final newline. */
    sha256: string;
    /** How many operations it has. */
    operations: number;
  };
  /** With `webhookUrl`: the secret that signs what is delivered there. */
  webhookSecret?: string;
  /**
   * The operations whose response to a valid request violates the document, each with the reason; their answers carry the
   * header `sl-violations`. Empty for the document of this package.
   */
  nonConformingOperations(): Promise<NonConformingOperation[]>;
  /** Stops listening and drops requests in flight; resolves when the port is free again. */
  close(): Promise<void>;
}

/**
 * Starts a mock of the API.
 *
 * @throws {MockError} when the port is taken, or the document can't be read, or could only be served wrongly.
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
 * console.log(response.status, response.headers.get('retry-after')); // 429 30
 * await mock.close();
 * ```
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { port = 0, host = '127.0.0.1', spec = OWN_DOCUMENT } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new MockError(`port must be a whole number from 0 to 65535, not ${port}`);
  }
  const loaded = await loadDocument(spec);
  const { title, version, sha256 } = loaded;
  const responder = sharedResponder(loaded);
  const { operations } = responder;
  if (options.webhookSecret !== undefined && options.webhookUrl === undefined) {
    throw new MockError('webhookSecret signs what is delivered to webhookUrl, which is missing');
  }
  const isStateful = options.stateful || options.webhookUrl !== undefined;
  const ids = operations.flatMap(({ id = [] }) => id);
  // What remembers enrollments is loaded where it is asked for.
  const lifecycle = isStateful
    ? await (await import('./stateful/index.ts')).createLifecycle(ids, options)
    : undefined;
  const server = await listen((request) => answer(request, responder, lifecycle), { port, host });
  return {
    url: server.url,
    document: { title, version, sha256, operations: operations.length },
    ...(lifecycle?.webhookSecret !== undefined && { webhookSecret: lifecycle.webhookSecret }),
    nonConformingOperations: async () => responder.nonConformingOperations(),
    close() {
      lifecycle?.close();
      return server.close();
    },
  };
}
