// Node's http server in front of a handler for Request and Response, as the README of @agentsource/webhooks has it.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';

export interface Listening {
  url: string;
  /** What answers. Until it is set, 503, upon which a sender tries again. */
  receive: (request: Request) => Promise<Response>;
  close: () => void;
}

export async function listen(port: number): Promise<Listening> {
  const server = createServer(async (incoming, outgoing) => {
    const post = incoming.method === 'POST'; // Request refuses a few other methods; the handler answers 405 to all of them
    const headers = incoming.headers as Record<string, string>;
    const init = post
      ? { method: 'POST', headers, body: Readable.toWeb(incoming), duplex: 'half' as const }
      : {};
    const response = await listening.receive(new Request('http://localhost/', init));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  const listening: Listening = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    receive: async () => new Response('not ready', { status: 503 }),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
  return listening;
}
