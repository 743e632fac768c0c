// The watch against the mock, in one command: the mock delivers the events of the prospects that are enrolled, then it ends.
import { createClient, unwrap } from '@agentsource/client';
import { startMock } from '@agentsource/mock';
import { watch } from './watch.ts';

const mock = await startMock({ stateful: true });
try {
  const client = createClient({ apiKey: 'any-key-will-do-here', baseUrl: mock.url });
  const stop = await watch({
    client,
    partnerId: 'demo',
    port: 0,
    enrollmentKey: 'tech_executives_monitor',
    prospectIds: ['20ae6cbf564ee683e66685e429844a5ff8ffc30f', '4c485f009d59e319dc039cdf3e935b85014e6a33'],
    print: console.log,
  });
  // Answered when the receiver has taken a delivery, and the mock delivers one after the other: by then all have come.
  await unwrap(client.POST('/v1/webhooks/check_connectivity', { body: { partner_id: 'demo' } }));
  stop();
} finally {
  await mock.close();
}
