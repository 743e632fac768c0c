// Watches prospects for job changes: registers this program as the webhook, enrolls the prospects, prints changes as they come.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AgentSourceClient, unwrap } from '@agentsource/client';
import { isEvent, type WebhookEvent } from '@agentsource/webhooks';
import { nodeHandler } from '@agentsource/webhooks/node';

export interface WatchOptions {
  client: AgentSourceClient;
  partnerId: string;
  /** Where the vendor reaches `port`; the port itself when left out, which only a mock on this machine reaches. */
  webhookUrl?: string;
  /** 0 for any free one. */
  port: number;
  /** Comes back in every event, which tells the events of this watch from those of others at the same webhook. */
  enrollmentKey: string;
  /** Up to 20, as one enrollment takes. */
  prospectIds: string[];
  print: (line: string) => void;
}

const changes = ['prospect_changed_role', 'prospect_changed_company'] as const;

/** Resolves when the prospects are watched, with a function that stops listening; the enrollment goes on. */
export async function watch(options: WatchOptions): Promise<() => void> {
  const { client, partnerId, port, enrollmentKey, prospectIds, print } = options;
  let secret: string | undefined;
  const receive = nodeHandler({
    secret: () => secret,
    onEvent(event) {
      if (event.enrollment_key === enrollmentKey && isEvent(event, ...changes)) print(lineOf(event));
    },
    onError: (error) => print(`Not accepted: ${error}`),
  });
  // Listening comes first, so that no delivery finds the port closed; the secret is known only after that.
  const server = createServer(receive).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const webhook_url = options.webhookUrl ?? url;
    const body = { partner_id: partnerId, webhook_url };
    ({ webhook_secret: secret } = await unwrap(client.POST('/v1/webhooks', { body })));
    print(`Listening on ${url}, registered as ${webhook_url}`);

    const enrollment = {
      enrollment_key: enrollmentKey,
      event_types: [...changes],
      prospect_ids: prospectIds,
    };
    const { enrollment_id } = await unwrap(
      client.POST('/v1/prospects/events/enrollments', { body: enrollment }),
    );
    print(`Enrolled as ${enrollment_id}`);
    return stop;
  } catch (error) {
    stop();
    throw error;
  }
}

function lineOf(event: WebhookEvent<(typeof changes)[number]>): string {
  const what = isEvent(event, 'prospect_changed_role') ? 'new role' : 'new company';
  return `${event.entity_id} has a ${what}: ${JSON.stringify(event.data)}`;
}
