// nodeHandler on a real server, with and without what body parsers do before it.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer, json } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { type NodeHandlerOptions, type NodeRequest, nodeHandler } from '../src/node.ts';
import { atNow, body, event, now, otherSecret, secret, signedHeaders } from './support.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function receiver(options: Partial<NodeHandlerOptions> = {}) {
  const events: unknown[] = [];
  const errors: unknown[] = [];
  const receive = nodeHandler({
    secret,
    ...atNow,
    onEvent: (event) => events.push(event),
    onError: (error) => errors.push(error),
    ...options,
  });
  return { receive, events, errors };
}

async function deliver(url: string, text = body, headers = signedHeaders(text)): Promise<string> {
  const response = await fetch(url, { method: 'POST', headers, body: text });
  return `${response.status} ${await response.text()}`;
}

test('answers as handler does, once for an event', async () => {
  const { receive, events } = receiver();
  const url = await serve(receive);
  expect([await deliver(url), await deliver(url)]).toEqual(['200 ok', '200 ok']);
  expect(await deliver(url, body, signedHeaders(body, now, otherSecret))).toBe('400 invalid');
  expect(await deliver(url, '{}')).toBe('400 invalid');
  expect(events).toEqual([event]);
  const get = await fetch(url);
  expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
});

test('asks for the secret at each delivery, by the request', async () => {
  const url = await serve(
    receiver({ secret: async (request) => (request.headers['x-partner'] === 'a' ? secret : undefined) })
      .receive,
  );
  expect(await deliver(url, body, { ...signedHeaders(body), 'x-partner': 'a' } as never)).toBe('200 ok');
  expect(await deliver(url)).toBe('500 failed');
});

test('a body that is too long is answered, and the connection closed', async () => {
  const { receive, errors } = receiver({ maxBodyBytes: 1000 });
  const url = await serve(receive);
  expect(await deliver(url, 'x'.repeat(1001))).toBe('413 too large');
  // Not said beforehand, and in one piece.
  const stream = new Blob(['x'.repeat(5000)]).stream();
  const response = await fetch(url, { method: 'POST', body: stream, duplex: 'half' });
  expect([response.status, response.headers.get('connection')]).toEqual([413, 'close']);
  expect(errors).toHaveLength(2);
});

describe('after a parser', () => {
  type Parsed = IncomingMessage & { body?: unknown; rawBody?: unknown };
  const after =
    (parse: (req: Parsed) => Promise<void>, receive: ReturnType<typeof nodeHandler>) =>
    async (req: IncomingMessage, res: ServerResponse) => {
      await parse(req);
      await receive(req, res);
    };

  test.each<[string, (req: Parsed) => Promise<void>]>([
    [
      'that keeps the bytes as rawBody',
      async (req) => {
        req.rawBody = await buffer(req);
        req.body = JSON.parse(String(req.rawBody));
      },
    ],
    [
      'that gives bytes',
      async (req) => {
        req.body = await buffer(req);
      },
    ],
    [
      'that gives text',
      async (req) => {
        req.body = String(await buffer(req));
      },
    ],
    [
      'that had nothing to do',
      async (req) => {
        req.body = {};
      },
    ],
  ])('%s', async (_, parse) => {
    const { receive, events } = receiver();
    const url = await serve(after(parse, receive));
    expect(await deliver(url)).toBe('200 ok');
    expect(await deliver(url, body, signedHeaders(`${body} `))).toBe('400 invalid');
    expect(events).toEqual([event]);
  });

  test('that kept no bytes: 500, and the line to move', async () => {
    const { receive, events, errors } = receiver();
    const parse = async (req: Parsed) => {
      req.body = await json(req);
    };
    expect(await deliver(await serve(after(parse, receive)))).toBe('500 failed');
    expect(events).toEqual([]);
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/move this route above.*app.use\(express.json\(\)\)/),
      }),
    ]);
  });

  test('and after something that has answered already, it keeps quiet', async () => {
    const { receive } = receiver();
    const url = await serve(async (req, res) => {
      res.end('too slow');
      await receive(req, res);
    });
    expect(await deliver(url)).toBe('200 too slow');
  });
});

test('what is not (req, res) is refused at once', () => {
  const { receive } = receiver();
  const request = new Request('http://localhost/', { method: 'POST', body });
  for (const args of [[request], [request, {}], [{ raw: {} }, { raw: {} }], []] as never[]) {
    expect(() => receive(...(args as [NodeRequest, ServerResponse]))).toThrow(
      /nodeHandler takes Node's \(req, res\).*there is handler/,
    );
  }
});
