// The watch against the API itself: `node main.ts <prospect id>…`, until Ctrl-C. README.md says what it needs.
import { createClient } from '@agentsource/client';
import { watch } from './watch.ts';

const { EXPLORIUM_WEBHOOK_SECRET: secret, ENROLLMENT_KEY = 'job_change_watch', PORT = '3000' } = process.env;
const prospectIds = process.argv.slice(2);

if (secret === undefined || prospectIds.length === 0) {
  console.error('Usage: EXPLORIUM_API_KEY=… EXPLORIUM_WEBHOOK_SECRET=… node main.ts <prospect id>…');
  process.exit(2);
}
// EXPLORIUM_BASE_URL is for a mock.
const { EXPLORIUM_BASE_URL: baseUrl } = process.env;
const client = createClient(baseUrl === undefined ? {} : { baseUrl });
await watch({
  client,
  secret,
  enrollmentKey: ENROLLMENT_KEY,
  prospectIds,
  port: Number(PORT),
  print: console.log,
});
