// What runs on every runtime: a webhook delivery signed, verified and parsed (or it throws), then the README's example.
import { parse, verify } from '@agentsource/webhooks';
import { sampleEvent, sign } from '@agentsource/webhooks/testing';

const secret = 'c2VjcmV0';
const body = JSON.stringify(sampleEvent({ event_id: 'event-1' }));
await verify(body, await sign(body, secret), secret);
if (parse(body).event_id !== 'event-1') throw new Error('parsed another event');

await import('./readme.mjs');
