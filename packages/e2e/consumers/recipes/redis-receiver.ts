// One of several processes that receive for one Redis. It notes when it begins an event and when it is done with it.
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { redisStore } from '@agentsource/redis';
import { nodeHandler } from '@agentsource/webhooks/node';
import { connect } from './redis-client.ts';

const { NOTES = '', CLIENT, CLAIM_FOR, DURATION } = process.env;
const note = (what: string, id: string) => appendFileSync(NOTES, `${what} ${CLIENT} ${id} ${Date.now()}\n`);
const { redis } = await connect();

const receive = nodeHandler({
  secret: () => process.env.EXPLORIUM_WEBHOOK_SECRET,
  store: redisStore(redis),
  timeout: 2000,
  claimFor: Number(CLAIM_FOR),
  onError: (error) => console.log(String(error)),
  async onEvent({ event_id }) {
    note('began', event_id);
    await setTimeout(Number(DURATION) * (0.5 + Math.random()));
    note('done', event_id);
  },
});
createServer(receive).listen(3000, '127.0.0.1');
