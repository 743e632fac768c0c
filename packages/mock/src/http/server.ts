// The HTTP side: reads each request whole, answers browsers' CORS questions, and stops at once when told to.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MockError } from '../errors.ts';
import { type HttpAnswer, refuse } from './answer.ts';
import type { IncomingRequest } from './request.ts';

/** Largest request body, in bytes. */
const BODY_LIMIT = 10 * 1024 * 1024;

export interface RunningServer {
  url: string;
  close(): Promise<void>;
}

export async function listen(
  respond: (request: IncomingRequest) => Promise<HttpAnswer>,
  { port, host }: { port: number; host: string },
): Promise<RunningServer> {
  const server = createServer((request, response) => {
    // Such as a header of the document's that HTTP does not allow; the caller is not left waiting.
    handle(request, response, respond).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new MockError(whyNotListening(error, port, host))));
    server.listen(port, host, resolve);
  });
  return { url: urlOf(server.address() as AddressInfo), close: () => stop(server) };
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  respond: (request: IncomingRequest) => Promise<HttpAnswer>,
): Promise<void> {
  if (isPreflight(request)) {
    response.writeHead(204, preflightHeaders(request)).end();
    return;
  }
  const { method = 'GET', url = '/', headers } = request;
  let body: Buffer | undefined;
  try {
    body = await readBody(request);
  } catch {
    return; // The caller hung up; there is nobody to answer.
  }
  const tooLarge = () => refuse(413, `The request body is larger than ${BODY_LIMIT} bytes`);
  const unexpected = (error: Error) => refuse(500, `The mock failed: ${error.message}`);
  send(response, body ? await respond({ method, url, headers, body }).catch(unexpected) : tooLarge());
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

function send(response: ServerResponse, { status, headers, text = '' }: HttpAnswer): void {
  // HTTP has a length of nothing for all but these.
  const length = status === 204 || status === 304 ? {} : { 'content-length': Buffer.byteLength(text) };
  response.writeHead(status, { ...headers, ...corsHeaders(headers), ...length });
  response.end(text);
}

/** Scripts in a browser may read every header of every answer, from any origin; the mock has no secrets. */
function corsHeaders(headers: HttpAnswer['headers']): Record<string, string> {
  const exposed = Object.keys(headers).join(', ');
  return { 'access-control-allow-origin': '*', 'access-control-expose-headers': exposed };
}

function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers.origin !== undefined && 'access-control-request-method' in headers;
}

function preflightHeaders({ headers }: IncomingMessage): Record<string, string> {
  return {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': headers['access-control-request-method'] ?? '',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '',
    'access-control-max-age': '600',
  };
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
