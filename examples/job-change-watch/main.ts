// The watch against the API itself: `node main.ts <prospect id>…`, until Ctrl-C. README.md says what it needs.
import { createClient } from '@agentsource/client';
import { watch } from './watch.ts';

// EXPLORIUM_BASE_URL is for a mock.
const {
  PARTNER_ID,
  WEBHOOK_URL,
  EXPLORIUM_BASE_URL,
  ENROLLMENT_KEY = 'job_change_watch',
  PORT = '3000',
} = process.env;
const prospectIds = process.argv.slice(2);

if (!PARTNER_ID || (!WEBHOOK_URL && !EXPLORIUM_BASE_URL) || prospectIds.length === 0) {
  console.error('Usage: EXPLORIUM_API_KEY=… PARTNER_ID=… WEBHOOK_URL=… node main.ts <prospect id>…');
  process.exit(2);
}
const stop = await watch({
  client: createClient(EXPLORIUM_BASE_URL ? { baseUrl: EXPLORIUM_BASE_URL } : {}),
  partnerId: PARTNER_ID,
  ...(WEBHOOK_URL && { webhookUrl: WEBHOOK_URL }),
  port: Number(PORT),
  enrollmentKey: ENROLLMENT_KEY,
  prospectIds,
  print: console.log,
});
// A second Ctrl-C ends the program where it stands.
process.once('SIGINT', stop);
