// The command agentsource-mock: options, one line that says where it listens, and a stop at once.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { MockOptions } from './index.ts';

const HELP = `Usage: agentsource-mock [options]

A mock of Explorium's AgentSource API: validates each request against the OpenAPI document and answers from it.

Options:
  --port <number>  port to listen on (default 4010; 0 picks a free one)
  --host <address> address to listen on (default 127.0.0.1)
  --spec <file>    OpenAPI document to serve, YAML or JSON (default: the one this package was made from)
  --stateful       remember enrollments and webhooks: what is added is listed, changed and ended
  --webhook-url <url>
                   deliver signed events to this receiver as prospects are enrolled; implies --stateful
  --webhook-secret <secret>
                   what signs them, base64url; better in the environment variable EXPLORIUM_WEBHOOK_SECRET
                   (default: one that is the same each time, and printed)
  --help           show this help
  --version        show the version

A request chooses its answer by the header Prefer:
  Prefer: code=429                             the documented answer with that status
  Prefer: code=429, example=rateLimitExceeded  that example of it
  Prefer: dynamic=true                         generated values instead of the example

It wants a key in the header api_key, but takes any. Ctrl-C stops it.
`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const options = {
  port: { ...text, default: '4010' },
  host: text,
  spec: text,
  stateful: flag,
  'webhook-url': text,
  'webhook-secret': text,
  help: { ...flag, short: 'h' },
  version: { ...flag, short: 'v' },
} as const;
type Arguments = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

const values = readArguments();
if (values?.help) process.stdout.write(HELP);
else if (values?.version) process.stdout.write(`${packageVersion()}\n`);
else if (values) await serve(values);

function readArguments(): Arguments | undefined {
  try {
    const { values } = parseArgs({ options });
    if (!/^\d{1,5}$/.test(values.port)) throw new Error(`--port takes a number, not "${values.port}"`);
    return values;
  } catch (error) {
    fail(`${(error as Error).message}\nTry agentsource-mock --help`, 2);
    return undefined;
  }
}

async function serve(values: Arguments): Promise<void> {
  // Prism takes longer to load than everything else; help needs none of it.
  const { MockError, startMock } = await import('./index.ts');
  try {
    const mock = await startMock(optionsOf(values));
    // A second signal meets no handler and ends the process whatever it is doing.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void mock.close());
    const { title, version, operations } = mock.document;
    const count = `${operations} operation${operations === 1 ? '' : 's'}`;
    const lines = [`${title} ${version} (${count}) mocked on ${mock.url}`];
    // A secret of the user's is not repeated.
    if (mock.webhookSecret !== undefined && secretOf(values) === undefined) {
      lines.push(`Deliveries to ${values['webhook-url']} are signed with ${mock.webhookSecret}`);
    }
    process.stdout.write(`${lines.join('\n')}\n`);
  } catch (error) {
    if (!(error instanceof MockError)) throw error;
    fail(error.message, 1);
  }
}

function optionsOf(values: Arguments): MockOptions {
  const { port, host, spec, stateful = false, 'webhook-url': webhookUrl } = values;
  const webhookSecret = secretOf(values);
  return {
    port: Number(port),
    stateful,
    ...(host !== undefined && { host }),
    ...(spec !== undefined && { spec }),
    ...(webhookUrl !== undefined && { webhookUrl }),
    ...(webhookSecret !== undefined && { webhookSecret }),
    onDelivery({ url, event, status, error }) {
      if (status !== undefined && status < 300) return;
      const reason = error ?? `answered ${status}`;
      process.stderr.write(`agentsource-mock: ${event.event_name} not delivered to ${url}: ${reason}\n`);
    },
  };
}

function secretOf(values: Arguments): string | undefined {
  // In the environment it may be meant for something else; only where there is something to sign is it taken.
  const inEnvironment =
    values['webhook-url'] === undefined ? undefined : process.env.EXPLORIUM_WEBHOOK_SECRET;
  return values['webhook-secret'] ?? inEnvironment;
}

function fail(message: string, code: number): void {
  process.stderr.write(`agentsource-mock: ${message}\n`);
  process.exitCode = code;
}

function packageVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
