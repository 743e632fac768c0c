// The watch against the mock, in one command: deliveries come, an event twice, and one that someone forged; then it ends.
import { createClient } from '@agentsource/client';
import { startMock } from '@agentsource/mock';
import type { WebhookEvent } from '@agentsource/webhooks';
import { sampleEvent, sign } from '@agentsource/webhooks/testing';
import { watch } from './watch.ts';

const secret = 'YSBzZWNyZXQgZm9yIHRoZSBkZW1v';
const enrollmentKey = 'tech_executives_monitor';
const [first, second] = [
  '20ae6cbf564ee683e66685e429844a5ff8ffc30f',
  '4c485f009d59e319dc039cdf3e935b85014e6a33',
] as const;

const mock = await startMock();
try {
  const client = createClient({ apiKey: 'any-key-will-do-here', baseUrl: mock.url });
  const watching = await watch({
    client,
    secret,
    enrollmentKey,
    prospectIds: [first, second],
    port: 0,
    print: console.log,
  });

  const role = sampleEvent({
    enrollment_key: enrollmentKey,
    entity_id: first,
    data: { sample: 'role' },
  });
  const company = sampleEvent({
    enrollment_key: enrollmentKey,
    entity_id: second,
    event_name: 'prospect_changed_company',
    data: { sample: 'company' },
  });
  await deliver(watching.url, role, secret);
  await deliver(watching.url, role, secret);
  await deliver(watching.url, { ...role, event_id: 'forged' }, 'bm90IHRoZSBzZWNyZXQ');
  await deliver(watching.url, company, secret);
  watching.close();
} finally {
  await mock.close();
}

async function deliver(url: string, event: WebhookEvent, key: string): Promise<void> {
  const body = JSON.stringify(event);
  const { status } = await fetch(url, { method: 'POST', headers: await sign(body, key), body });
  console.log(`  (delivered ${event.event_name}, answered ${status})`);
}
