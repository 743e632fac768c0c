// A real HTTP server on loopback that does, request by request, what it is told: answers, delays, cuts, resets, garbage.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the server does with one request. With nothing set it answers 200 and an enrollment. */
export interface Step {
  /** Default 200. */
  status?: number;
  /** Added to `Content-Type: application/json`, `Content-Length`. A header set to `null` is not sent. */
  headers?: Record<string, string | number | null>;
  /** Objects are sent as JSON, text as it is. Default: an enrollment. */
  body?: object | string;
  /** Milliseconds between the end of the request and the beginning of the answer. */
  delay?: number;
  /** Reads the request and never answers. */
  silent?: true;
  /** Closes the connection after this many bytes of the body, less than it announced. */
  cutAt?: number;
  /** Sends the body in pieces of so many bytes, so many milliseconds apart. */
  drip?: { bytes: number; every: number };
  /**
   * Resets the connection in place of an answer: `before` reads the request's head, not its body, and does not act on it;
   * `after` reads it and acts on it.
   */
  reset?: 'before' | 'after';
  /** Bytes that are not HTTP, in place of an answer, to a request that was read and acted on. */
  garbage?: string;
}

/** A request whose head has arrived. */
export interface Arriving {
  method: string;
  /** Path and query. */
  url: string;
  headers: IncomingHttpHeaders;
  /** `performance.now()` when its head had arrived. */
  at: number;
  /** Reads the body; not for a request that is to be reset unread. */
  read(): Promise<string>;
}

/** A request that arrived. */
interface Received {
  method: string;
  /** Path and query. */
  url: string;
  headers: IncomingHttpHeaders;
  /** The body's text; empty if the step is `reset: 'before'`. */
  body: string;
  step: Step;
  /** `performance.now()` when its head had arrived. */
  at: number;
}

export interface FaultServer {
  /** `http://127.0.0.1:port` */
  url: string;
  port: number;
  /** Every request that arrived, in order. */
  received: Received[];
  /** Queues steps, one for each coming request; a request for which there is none gets `fallback`. */
  next(...steps: Step[]): void;
  /** Forgets what was queued and received. */
  reset(): void;
  /** Connections that are open now. */
  openConnections(): number;
  /** Closes every connection and the port. */
  close(): Promise<void>;
}

/** The body of an answer with a `request_status`, as the API's. */
export function enrollment(requestStatus = 'success'): object {
  return {
    response_context: {
      correlation_id: 'c0ffee00-0000-4000-8000-000000000001',
      request_status: requestStatus,
      time_took_in_seconds: 0.1,
    },
    enrollment_key: 'tech_executives_monitor',
    enrollment_id: 'en_8d52c3f1',
  };
}

/**
 * Starts a server on a free loopback port.
 *
 * @param fallback what to do with a request for which no step is queued; a function may decide by the request, body included.
 */
export async function startFaultServer(
  fallback: Step | ((request: Arriving) => Step | Promise<Step>) = {},
): Promise<FaultServer> {
  const queue: Step[] = [];
  const received: Received[] = [];
  const sockets = new Set<Socket>();

  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    const head = { method, url, headers, at: performance.now() };
    let text: Promise<string> | undefined;
    const read = () => (text ??= readText(request));
    try {
      const step =
        queue.shift() ?? (typeof fallback === 'function' ? await fallback({ ...head, read }) : fallback);
      const entry: Received = { ...head, step, body: '' };
      received.push(entry);
      if (step.reset === 'before') return void request.socket.resetAndDestroy();
      entry.body = await read();
      if (step.silent) return;
      if (step.delay) await sleep(step.delay);
      await play(step, request, response);
    } catch {
      // The client went away, which is what some tests are about.
    }
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    received,
    next: (...steps) => void queue.push(...steps),
    reset() {
      queue.length = 0;
      received.length = 0;
    },
    openConnections: () => sockets.size,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  request.setEncoding('utf8');
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

async function play(step: Step, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (step.reset) return void request.socket.resetAndDestroy();
  if (step.garbage !== undefined) return void request.socket.end(step.garbage);

  const { status = 200, body = enrollment(), cutAt, drip } = step;
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const headers: Step['headers'] = {
    'Content-Type': 'application/json',
    'Content-Length': bytes.length,
    ...step.headers,
  };
  for (const [name, value] of Object.entries(headers)) if (value !== null) response.setHeader(name, value);
  response.writeHead(status);
  if (cutAt !== undefined) {
    await new Promise<void>((resolve) => response.write(bytes.subarray(0, cutAt), () => resolve()));
    return void request.socket.destroy();
  }
  for (let start = 0; drip && start < bytes.length; start += drip.bytes) {
    if (response.destroyed) return;
    response.write(bytes.subarray(start, start + drip.bytes));
    await sleep(drip.every);
  }
  response.end(drip ? undefined : bytes);
}
