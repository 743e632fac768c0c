// Watches prospects for job changes: enrolls them, receives the deliveries on a local port, prints changes as they come.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { type AgentSourceClient, unwrap } from '@agentsource/client';
import { handler, isEvent, type WebhookEvent } from '@agentsource/webhooks';

export interface WatchOptions {
  client: AgentSourceClient;
  /** `webhook_secret` of the webhook whose deliveries reach this port. */
  secret: string;
  /** Comes back in every delivery, which tells the events of this watch from those of others at the same URL. */
  enrollmentKey: string;
  /** Up to 20, as one enrollment takes. */
  prospectIds: string[];
  /** 0 for any free one. */
  port: number;
  print: (line: string) => void;
}

export interface Watch {
  /** Where deliveries are received. */
  url: string;
  close(): void;
}

const changes = ['prospect_changed_role', 'prospect_changed_company'] as const;

export async function watch({
  client,
  secret,
  enrollmentKey,
  prospectIds,
  port,
  print,
}: WatchOptions): Promise<Watch> {
  const receive = handler({
    secret,
    onEvent(event) {
      if (event.enrollment_key === enrollmentKey && isEvent(event, ...changes)) print(lineOf(event));
    },
    onError: (error) => print(`Not accepted: ${error}`),
  });
  // Before anything is enrolled, so that no delivery finds the port closed.
  const server = await listen(receive, port);
  try {
    const body = { enrollment_key: enrollmentKey, event_types: [...changes], prospect_ids: prospectIds };
    const enrollment = await unwrap(client.POST('/v1/prospects/events/enrollments', { body }));
    print(
      `Watching ${prospectIds.length} prospects (enrollment ${enrollment.enrollment_id}), listening on ${server.url}`,
    );
  } catch (error) {
    server.close();
    throw error;
  }
  return server;
}

function lineOf(event: WebhookEvent<(typeof changes)[number]>): string {
  const what = isEvent(event, 'prospect_changed_role') ? 'new role' : 'new company';
  return `${event.entity_id} has a ${what}: ${JSON.stringify(event.data)}`;
}

async function listen(receive: (request: Request) => Promise<Response>, port: number): Promise<Watch> {
  const server = createServer(async (incoming, outgoing) => {
    const post = incoming.method === 'POST'; // Request refuses a few other methods
    const headers = incoming.headers as Record<string, string>;
    const init = post
      ? { method: 'POST', headers, body: Readable.toWeb(incoming), duplex: 'half' as const }
      : {};
    const response = await receive(new Request('http://localhost/', init));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
