// `agentsource-webhook`: signs a sample event and sends it to a receiver, so that people can test theirs.
import { parseArgs } from 'node:util';
import { isLoopback } from './loopback.ts';
import { parse, type WebhookEvent } from './parse.ts';
import { sampleEvent, sign } from './testing.ts';

const HELP = `Signs a sample event as the vendor does and sends it to your receiver.

Usage: agentsource-webhook --url <url> [options]

  --url <url>              the receiver; on this machine, unless --allow-remote
  --secret <secret>        webhook_secret, base64url; better in the environment variable
                           EXPLORIUM_WEBHOOK_SECRET, where no process list shows it
  --event <name>           event_name       (default: prospect_changed_role)
  --event-id <id>          event_id         (default: a new one; the same twice tests deduplication)
  --tenant-id <id>         tenant_id        (default: sample_tenant)
  --partner-id <id>        partner_id       (default: sample_partner)
  --entity-id <id>         entity_id        (default: a prospect of the vendor's documentation)
  --entity-type <type>     entity_type      business or prospect (default: prospect)
  --enrollment-key <key>   enrollment_key   (default: sample_enrollment)
  --data <json>            data             a JSON object (default: {})
  --timestamp <seconds>    X-Timestamp      Unix seconds (default: now; an old one tests the tolerance)
  --allow-remote           send to another machine
  --help                   this text

Prints the receiver's answer. Exit code: 0 when it is 2xx, 1 when it is not or does not come, 2 for wrong usage.
`;

const text = { type: 'string' } as const;
const options = {
  url: text,
  secret: text,
  event: text,
  'event-id': text,
  'tenant-id': text,
  'partner-id': text,
  'entity-id': text,
  'entity-type': text,
  'enrollment-key': text,
  data: text,
  timestamp: text,
  'allow-remote': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;
type Arguments = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

class UsageError extends Error {}

try {
  const values = argumentsOf(process.argv.slice(2));
  if (values.help) process.stdout.write(HELP);
  else process.exitCode = await send(values);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`agentsource-webhook: ${error.message}\nTry --help.\n`);
  process.exitCode = 2;
}

async function send(values: Arguments): Promise<0 | 1> {
  const url = urlOf(values);
  const event = eventOf(values);
  const body = JSON.stringify(event);
  const headers = await sign(body, secretOf(values), timestampOf(values)).catch(throwUsageError);
  let response: Response;
  try {
    // A redirect is not followed: it could lead off this machine.
    const signal = AbortSignal.timeout(30_000);
    response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    process.stdout.write(
      `${event.event_name} ${event.event_id}\n${response.status} ${await response.text()}\n`,
    );
  } catch (error) {
    const { message, cause } = error as Error;
    const reason = cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code : message;
    process.stderr.write(`agentsource-webhook: no answer from ${url.origin}: ${reason}\n`);
    return 1;
  }
  return response.ok ? 0 : 1;
}

function argumentsOf(argv: string[]): Arguments {
  try {
    return parseArgs({ args: argv, options }).values;
  } catch (error) {
    return throwUsageError(error);
  }
}

function urlOf(values: Arguments): URL {
  const url = URL.canParse(values.url ?? '') ? new URL(values.url ?? '') : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new UsageError('--url must be the http or https URL of your receiver');
  }
  if (!isLoopback(url) && values['allow-remote'] !== true) {
    throw new UsageError(
      `${url.hostname} is not this machine; pass --allow-remote to send there all the same`,
    );
  }
  return url;
}

function secretOf(values: Arguments): string {
  const secret = values.secret ?? process.env.EXPLORIUM_WEBHOOK_SECRET;
  if (secret === undefined) throw new UsageError('no secret: set EXPLORIUM_WEBHOOK_SECRET or pass --secret');
  return secret;
}

function timestampOf({ timestamp }: Arguments): { timestamp?: number } {
  if (timestamp === undefined) return {};
  if (!/^\d{1,15}$/.test(timestamp))
    throw new UsageError('--timestamp must be a whole number of Unix seconds');
  return { timestamp: Number(timestamp) };
}

function eventOf(values: Arguments): WebhookEvent {
  const fields = {
    tenant_id: values['tenant-id'],
    partner_id: values['partner-id'],
    event_id: values['event-id'],
    event_name: values.event,
    entity_id: values['entity-id'],
    entity_type: values['entity-type'],
    enrollment_key: values['enrollment-key'],
    data: dataOf(values),
  };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  try {
    // What is sent must be an event: a receiver that refuses it is then the one that is wrong.
    return parse(JSON.stringify(sampleEvent(Object.fromEntries(given) as Partial<WebhookEvent>)));
  } catch (error) {
    return throwUsageError(error);
  }
}

function dataOf({ data }: Arguments): unknown {
  try {
    return data === undefined ? undefined : JSON.parse(data);
  } catch {
    throw new UsageError('--data must be a JSON object');
  }
}

function throwUsageError(error: unknown): never {
  throw new UsageError(error instanceof Error ? error.message : String(error));
}
