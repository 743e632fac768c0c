// What the tests of the stateful mock share: its calls, and receivers that are closed after the test.
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse, verify, type WebhookEvent } from '@agentsource/webhooks';
import { afterEach } from 'vitest';
import { call, ENROLLMENTS, enrollment, type Reply } from '../support.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

export async function startServer(listener: RequestListener) {
  const server = createServer(listener);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` };
}

/** Verifies each delivery with the secret that it is told later. */
export async function startReceiver(status = 200) {
  const receiver = { url: '', secret: '', events: [] as WebhookEvent[] };
  const { url } = await startServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    await verify(body, request.headers as Record<string, string>, receiver.secret);
    receiver.events.push(parse(body));
    response.writeHead(status).end();
  });
  return Object.assign(receiver, { url });
}

/** The calls of the lifecycle. */
export function api(url: string) {
  const send = (method: string, path: string, json?: unknown) =>
    call(url + path, { method, ...(json !== undefined && { json }) });
  return {
    add: (more: object = {}) => send('POST', ENROLLMENTS, { ...enrollment, ...more }),
    list: async () => (await send('GET', ENROLLMENTS)).body.enrollments as unknown[],
    update: (json: object) => send('PATCH', ENROLLMENTS, json),
    end: (enrollment_id: string) => send('DELETE', ENROLLMENTS, { enrollment_id }),
    register: (partner_id: string, webhook_url: string) =>
      send('POST', '/v1/webhooks', { partner_id, webhook_url }),
    webhook: (partner: string) => send('GET', `/v1/webhooks/${partner}`),
    unregister: (partner: string) => send('DELETE', `/v1/webhooks/${partner}`),
    check: (json: object) => send('POST', '/v1/webhooks/check_connectivity', json),
  };
}

/** The `request_status` of an answer. */
export const statusOf = ({ body }: Reply) => body.response_context.request_status;
