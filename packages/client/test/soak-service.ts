// The service of the soak: enrolls batches and, as a seed decides, breaks the exchange in every way it can; keeps the truth.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A way for an exchange to go. */
interface Fault {
  name: string;
  weight: number;
  /** Whether the service enrolls the batch before, or in spite of, what it then does to the exchange; by chance when 'maybe'. */
  acts: boolean | 'maybe';
  /** Whether the client can tell from the exchange that the service did not act, and so may send the batch again. */
  refuses: boolean;
  respond(exchange: Exchange): void | Promise<void>;
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  /** The right answer. */
  answer: string;
  elsewhere: string;
  /** Milliseconds that are surely over the client's time limit. */
  tooLong: number;
}

const JSON_TYPE = { 'Content-Type': 'application/json' };
const LIMITS = {
  'X-RateLimit-Limit': '200',
  'X-RateLimit-Remaining': '100',
  'X-RateLimit-Reset': '1767225600',
};

function status(code: number, body: unknown, headers: Record<string, string> = {}) {
  return ({ response }: Exchange) => {
    response.writeHead(code, { ...JSON_TYPE, ...LIMITS, ...headers }).end(JSON.stringify(body));
  };
}

const details = { details: 'as the soak wants it', correlation_id: 'soak' };
const limited = { error: 'rate_limit_exceeded', message: 'slow down', retry_after: 0 };
const ok = ({ response, answer }: Exchange) => {
  response.writeHead(200, { ...JSON_TYPE, ...LIMITS }).end(answer);
};

const FAULTS: Fault[] = [
  { name: 'none', weight: 40, acts: true, refuses: false, respond: ok },
  {
    name: 'short delay',
    weight: 6,
    acts: true,
    refuses: false,
    respond: async (exchange) => {
      await sleep(15);
      ok(exchange);
    },
  },
  {
    name: 'delay over the time limit',
    weight: 1,
    acts: 'maybe',
    refuses: false,
    respond: async (exchange) => {
      await sleep(exchange.tooLong);
      ok(exchange);
    },
  },
  {
    name: 'body cut half-way',
    weight: 4,
    acts: true,
    refuses: false,
    respond: ({ response, answer }) => {
      response.writeHead(200, { ...JSON_TYPE, 'Content-Length': Buffer.byteLength(answer) });
      response.write(answer.slice(0, answer.length / 2), () => response.destroy());
    },
  },
  {
    name: 'reset after the request was read',
    weight: 4,
    acts: 'maybe',
    refuses: false,
    respond: ({ request }) => void request.socket.resetAndDestroy(),
  },
  {
    name: 'answer is not HTTP',
    weight: 2,
    acts: 'maybe',
    refuses: false,
    respond: ({ request }) => void request.socket.end('%%%% not HTTP at all\r\n\r\n'),
  },
  {
    name: 'answer is not JSON',
    weight: 3,
    acts: true,
    refuses: false,
    respond: ({ response }) => {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Welcome</h1>');
    },
  },
  {
    name: 'answer is other JSON',
    weight: 2,
    acts: true,
    refuses: false,
    respond: status(200, { hello: 'there' }),
  },
  {
    name: 'answer is empty',
    weight: 2,
    acts: true,
    refuses: false,
    respond: ({ response }) => void response.end(),
  },
  {
    name: 'slow drip, in time',
    weight: 2,
    acts: true,
    refuses: false,
    respond: (exchange) => drip(exchange, 20),
  },
  {
    name: 'slow drip, over the time limit',
    weight: 1,
    acts: true,
    refuses: false,
    respond: (exchange) => drip(exchange, exchange.tooLong),
  },
  {
    name: 'redirect 307',
    weight: 2,
    acts: false,
    refuses: true,
    respond: ({ response, elsewhere }) => void response.writeHead(307, { Location: elsewhere }).end(),
  },
  {
    name: 'redirect 303',
    weight: 1,
    acts: 'maybe',
    refuses: false,
    respond: ({ response, elsewhere }) => void response.writeHead(303, { Location: elsewhere }).end(),
  },
  {
    name: '429, at once',
    weight: 8,
    acts: false,
    refuses: true,
    respond: status(429, limited, { 'Retry-After': '0' }),
  },
  {
    name: '429, in a second',
    weight: 0.3,
    acts: false,
    refuses: true,
    respond: status(429, limited, { 'Retry-After': '1' }),
  },
  {
    name: '503 with Retry-After',
    weight: 5,
    acts: false,
    refuses: true,
    respond: status(503, details, { 'Retry-After': '0' }),
  },
  { name: '503', weight: 2, acts: 'maybe', refuses: false, respond: status(503, details) },
  { name: '500', weight: 3, acts: 'maybe', refuses: false, respond: status(500, details) },
  { name: '502', weight: 2, acts: 'maybe', refuses: false, respond: status(502, details) },
  { name: '504', weight: 2, acts: 'maybe', refuses: false, respond: status(504, details) },
  { name: '400', weight: 1, acts: false, refuses: true, respond: status(400, details) },
  { name: '401', weight: 1, acts: false, refuses: true, respond: status(401, details) },
  { name: '403', weight: 1, acts: false, refuses: true, respond: status(403, details) },
  {
    name: '422',
    weight: 2,
    acts: false,
    refuses: true,
    respond: status(422, { detail: [{ loc: ['body', 'prospect_ids'], msg: 'no', type: 'value_error' }] }),
  },
];
// Of a connection, before its request is read: which batch it would have been, nobody learns.
const RESET_UNREAD = 0.02;

async function drip({ response, answer }: Exchange, milliseconds: number): Promise<void> {
  response.writeHead(200, { ...JSON_TYPE, 'Content-Length': Buffer.byteLength(answer) });
  const pieces = answer.match(/.{1,40}/gs) ?? [];
  for (const piece of pieces) {
    if (response.destroyed) return;
    response.write(piece);
    await sleep(milliseconds / pieces.length);
  }
  response.end();
}

interface Truth {
  /** Times the service enrolled each batch, by its first id. */
  acted: Map<string, number>;
  /** Requests read, and connections reset unread. */
  requests: number;
  resets: number;
  /** Batches that came again although the client could not know that the service had not acted, and what came before; must stay empty. */
  sentAgain: string[];
  /** Requests that followed a redirect; must stay 0. */
  followed: number;
  faults: Map<string, number>;
}

export interface SoakService {
  baseUrl: string;
  truth: Truth;
  stop(): Promise<void>;
}

/** Starts the service. The fault of each attempt depends on the seed, the batch and the attempt alone, not on who comes first. */
export async function startSoakService(seed: number, tooLong: number): Promise<SoakService> {
  const truth: Truth = {
    acted: new Map(),
    requests: 0,
    resets: 0,
    sentAgain: [],
    followed: 0,
    faults: new Map(),
  };
  const attempts = new Map<string, { count: number; mayHaveActed?: string }>();
  const stranger = await listen(
    createServer((_, response) => {
      truth.followed++;
      response.end();
    }),
  );
  let connections = 0;

  const server = createServer(async (request, response) => {
    const { enrollment_key, prospect_ids } = JSON.parse(await text(request)) as {
      enrollment_key: string;
      prospect_ids: string[];
    };
    truth.requests++;
    const [id = ''] = prospect_ids;
    const attempt = attempts.get(id) ?? { count: 0 };
    attempts.set(id, attempt);
    if (attempt.mayHaveActed) truth.sentAgain.push(`${id} after ${attempt.mayHaveActed}`);
    const fault = pick(random(seed, id, attempt.count));
    if (fault.acts === true || (fault.acts === 'maybe' && random(seed, `${id}!`, attempt.count) < 0.5)) {
      truth.acted.set(id, (truth.acted.get(id) ?? 0) + 1);
    }
    attempt.count++;
    if (!fault.refuses) attempt.mayHaveActed ??= fault.name;
    truth.faults.set(fault.name, (truth.faults.get(fault.name) ?? 0) + 1);
    await fault.respond({
      request,
      response,
      answer: JSON.stringify(answerTo(enrollment_key, id)),
      elsewhere: `${stranger.url}/v1/prospects/events/enrollments`,
      tooLong,
    });
  });
  // Node's server reads at once; a connection reset here has at most a request in the kernel's buffer.
  server.on('connection', (socket) => {
    if (random(seed, 'connection', connections++) >= RESET_UNREAD) return;
    truth.resets++;
    socket.resetAndDestroy();
  });
  const { url, close } = await listen(server);
  return {
    baseUrl: url,
    truth,
    stop: async () => {
      await Promise.all([close(), stranger.close()]);
    },
  };
}

function answerTo(key: string, id: string) {
  return {
    response_context: { correlation_id: `c-${id}`, request_status: 'success', time_took_in_seconds: 0.001 },
    enrollment_key: key,
    enrollment_id: `en_${id}`,
  };
}

async function text(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

async function listen(server: Server): Promise<{ url: string; close(): Promise<void> }> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const TOTAL_WEIGHT = FAULTS.reduce((sum, { weight }) => sum + weight, 0);

function pick(chance: number): Fault {
  let left = chance * TOTAL_WEIGHT;
  for (const fault of FAULTS) {
    left -= fault.weight;
    if (left < 0) return fault;
  }
  return FAULTS[0] as Fault;
}

/** A number from 0 to 1 that depends on its arguments alone. */
function random(seed: number, text: string, count: number): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) + count;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}
