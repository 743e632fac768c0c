// A page of the older kind, which leaves the body to nodeHandler.
import { nodeHandler } from '@agentsource/webhooks/node';

export const config = { api: { bodyParser: false } };

export default nodeHandler({
  secret: () => process.env.EXPLORIUM_WEBHOOK_SECRET,
  onEvent: (event) => console.log(event.event_name, event.event_id),
});
