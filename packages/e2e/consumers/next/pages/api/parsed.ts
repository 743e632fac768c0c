// The same where Next has parsed the body.
import { nodeHandler } from '@agentsource/webhooks/node';

export default nodeHandler({ secret: () => process.env.EXPLORIUM_WEBHOOK_SECRET, onEvent() {} });
