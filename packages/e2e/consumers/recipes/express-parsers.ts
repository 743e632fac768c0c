// nodeHandler before and after Express's parsers, in the version that the environment names; and handler, which has no business there.
import { handler } from '@agentsource/webhooks';
import { nodeHandler } from '@agentsource/webhooks/node';
import type express5 from 'express';

const { default: express } = (await import(String(process.env.EXPRESS))) as { default: typeof express5 };
const secret = () => process.env.EXPLORIUM_WEBHOOK_SECRET;
const onEvent = (event: { event_id: string; event_name: string }) =>
  console.log(event.event_name, event.event_id);
const receiver = () => nodeHandler({ secret, onEvent });

const app = express();
app.post('/raw', express.raw({ type: '*/*' }), receiver());
app.post('/text', express.text({ type: '*/*' }), receiver());
app.post(
  '/kept',
  express.json({ verify: (req, _res, bytes) => Object.assign(req, { rawBody: bytes }) }),
  receiver(),
);
app.post('/other-type', express.urlencoded({ extended: false }), receiver());
app.post('/parsed', express.json(), receiver());
app.post('/handler', handler({ secret, onEvent }) as never);
app.listen(3000, '127.0.0.1');
