// Entry point `@agentsource/webhooks/node`: the same receiver for (req, res), with nothing imported from Node.
import { type Chunks, singleChunk } from './body.ts';
import { createReceiver, ReceiverError, type ReceiverOptions, type SecretOption } from './receive.ts';
import type { RawBody } from './signature.ts';

/** What is used of Node's `IncomingMessage`; Express's and Next's requests are such. */
export interface NodeRequest extends AsyncIterable<unknown> {
  readonly method?: string | undefined;
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
  /** Whether anything has read from the body. */
  readonly readableDidRead: boolean;
}

/** What is used of Node's `ServerResponse`. */
export interface NodeResponse {
  statusCode: number;
  readonly headersSent: boolean;
  setHeader(name: string, value: string): unknown;
  end(text: string): unknown;
}

export interface NodeHandlerOptions extends ReceiverOptions<undefined> {
  /**
   * `webhook_secret` as `POST /v1/webhooks` returned it; while a rotation lasts, the old and the new one. Or a function that gives
   * it for each delivery.
   *
   * It is looked at when a delivery comes: without one the answer is 500, and `onError` hears why.
   */
  secret: SecretOption<NodeRequest, undefined>;
}

/**
 * `handler` as a listener for `node:http`, Express 4 and 5, Next's pages and whatever else calls with `(req, res)`. The answers are
 * those of `handler`.
 *
 * The body's bytes are what was signed. They are read from the request, or taken from `req.rawBody` or `req.body` where a parser kept
 * them there; where one read them and kept none, the answer is 500, and `onError` hears which line to move.
 *
 * @returns a listener, whose promise never rejects
 * @throws RangeError for a number out of range, TypeError from the listener, at once, when it is not given `(req, res)`
 *
 * ```ts
 * import { createServer } from 'node:http';
 * import { nodeHandler } from '@agentsource/webhooks/node';
 *
 * const receive = nodeHandler({
 *   secret: () => process.env.EXPLORIUM_WEBHOOK_SECRET,
 *   onEvent(event) {
 *     console.log(event.event_name, event.entity_id);
 *   },
 * });
 * export const server = createServer(receive);
 * ```
 */
export function nodeHandler(
  options: NodeHandlerOptions,
): (req: NodeRequest, res: NodeResponse) => Promise<void> {
  const receive = createReceiver(options);

  async function answer(req: NodeRequest, res: NodeResponse): Promise<void> {
    const [status, text, headers] = await receive(req, undefined, chunksOf(req));
    // Something else, such as a middleware that limits the time, was quicker.
    if (res.headersSent) return;
    res.statusCode = status;
    res.setHeader('Content-Type', 'text/plain;charset=UTF-8');
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
    res.end(text);
  }

  return (req, res) => {
    if (typeof res?.setHeader !== 'function' || typeof req?.[Symbol.asyncIterator] !== 'function') {
      throw new TypeError(
        "nodeHandler takes Node's (req, res), which Fastify has as (request.raw, reply.raw). For a Request there is handler, " +
          'in @agentsource/webhooks',
      );
    }
    return answer(req, res);
  };
}

/** Where parsers keep the bytes: `rawBody` by convention, `body` those that do not parse, such as `express.raw()`. */
interface Parsed {
  rawBody?: unknown;
  body?: unknown;
}

function chunksOf(req: NodeRequest & Parsed): Chunks {
  if (!req.readableDidRead) {
    // Not `for await`, which ends the connection when it is left early.
    const iterator = req[Symbol.asyncIterator]() as AsyncIterator<RawBody>;
    return { next: () => iterator.next() };
  }
  const raw = [req.rawBody, req.body].find(isRaw);
  return raw === undefined ? { next: throwBodyIsGone } : singleChunk(raw);
}

async function throwBodyIsGone(): Promise<never> {
  throw new ReceiverError(
    'A body parser read the body before nodeHandler and kept no bytes to verify. Express: move this route above the line ' +
      'app.use(express.json()), or make that line keep them: express.json({ verify: (req, _res, bytes) => { req.rawBody = bytes; } }). ' +
      "Next's pages: export const config = { api: { bodyParser: false } }",
  );
}

function isRaw(body: unknown): body is RawBody {
  return typeof body === 'string' || body instanceof Uint8Array;
}
