// The HTTP side: reads each request whole, has it answered, and stops at once when told to.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { isLoopback } from '@agentsource/webhooks/loopback';
import { isControl } from '../control/control-api.ts';
import { MockError } from '../errors.ts';
import type { Fault } from '../traffic/faults.ts';
import { type Address, foreignness } from './callers.ts';
import { corsHeaders, isPreflight, preflightHeaders } from './cors.ts';
import { fail } from './fail.ts';
import { type HttpAnswer, refuse } from './http-answer.ts';
import { BODY_LIMIT, type IncomingRequest } from './request.ts';

/** An answer, and how it gets to who asked. */
export interface Reply {
  answer: HttpAnswer;
  /** Milliseconds before it is sent. */
  delay?: number;
  fault?: Fault;
  /** Called as it is sent, and again when it has been, or can't be any more. */
  onSend?: () => void;
  onEnd?: () => void;
}

export interface RunningServer {
  url: string;
  address: Address;
  close(): Promise<void>;
}

export type Respond = (request: IncomingRequest) => Promise<Reply>;

/** @param createRespond is told where the mock listens. */
export async function listen(
  createRespond: (address: Address) => Respond,
  { port, host }: { port: number; host: string },
): Promise<RunningServer> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new MockError(whyNotListening(error, port, host))));
    server.listen(port, host, resolve);
  });
  const url = urlOf(server.address() as AddressInfo);
  const address = { host, isLoopback: isLoopback(new URL(url)) };
  const respond = createRespond(address);
  server.on('request', (request, response) => {
    // Such as a header of the document's that HTTP does not allow; the caller is not left waiting.
    handle(request, response, { respond, address }).catch(() => response.destroy());
  });
  return { url, address, close: () => stop(server) };
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  { respond, address }: { respond: Respond; address: Address },
): Promise<void> {
  const { method = 'GET', url = '/', headers } = request;
  const isForeign = foreignness(headers, address) !== undefined;
  const isClosed = isControl(url) && isForeign;
  if (isPreflight(request)) {
    response.writeHead(isClosed ? 403 : 204, isClosed ? {} : preflightHeaders(request)).end();
    return;
  }
  let body: Buffer | undefined;
  try {
    body = await readBody(request);
  } catch {
    return; // The caller hung up; there is nobody to answer.
  }
  const incoming = { method, url, headers, body: body ?? Buffer.alloc(0), isTooLarge: !body, isForeign };
  const reply = await respond(incoming).catch(unexpected);
  await send(response, reply, isClosed ? () => ({}) : corsHeaders);
}

/** Values that hold each other some thousand times have no end for what reads them, nor for most servers. */
function unexpected(error: Error): Reply {
  const isTooDeep = error instanceof RangeError && /call stack/.test(error.message);
  if (isTooDeep) return { answer: refuse(400, 'The request body is nested too deeply') };
  return { answer: refuse(500, `The mock failed: ${error.message}`) };
}

/** The whole body, or undefined when it exceeds the limit. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // What is too large is still read to its end, so that the caller hears why; but not kept.
    if (size <= BODY_LIMIT) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size <= BODY_LIMIT ? Buffer.concat(chunks) : undefined;
}

async function send(response: ServerResponse, reply: Reply, cors: typeof corsHeaders): Promise<void> {
  const { answer, delay = 0, fault, onSend, onEnd } = reply;
  const { status, headers, text = '' } = answer;
  response.once('close', () => onEnd?.());
  if (delay > 0 && !(await isStillOpenAfter(delay, response))) return;
  onSend?.();
  // HTTP has a length of nothing for all but these.
  const length = status === 204 || status === 304 ? {} : { 'content-length': Buffer.byteLength(text) };
  const writeHead = () => void response.writeHead(status, { ...headers, ...cors(headers), ...length });
  if (fault) return fail(fault, { response, writeHead, text });
  writeHead();
  response.end(text);
}

async function isStillOpenAfter(delay: number, response: ServerResponse): Promise<boolean> {
  const hungUp = new AbortController();
  const ended = once(response, 'close', { signal: hungUp.signal }).then(
    () => false,
    () => false,
  );
  const waited = sleep(delay, true, { signal: hungUp.signal }).catch(() => false);
  const isOpen = await Promise.race([ended, waited]);
  hungUp.abort();
  return isOpen;
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

function whyNotListening(error: NodeJS.ErrnoException, port: number, host: string): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is taken: stop what listens there, or choose another port (0 picks a free one)`;
    case 'EACCES':
      return `Port ${port} on ${host} may not be opened by this user: choose one above 1023`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${host} is not an address of this machine: try 127.0.0.1, or 0.0.0.0 for all of its addresses`;
    default:
      return `Can't listen on port ${port} of ${host}: ${error.message}`;
  }
}
