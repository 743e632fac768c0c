// The command agentsource-mock: options, one line that says where it listens, and a stop at once.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { MockError } from './errors.ts';

const HELP = `Usage: agentsource-mock [options]

A mock of Explorium's AgentSource API: validates each request against the OpenAPI document and answers from it.

Options:
  --port <number>  port to listen on (default 4010; 0 picks a free one)
  --host <address> address to listen on (default 127.0.0.1)
  --spec <file>    OpenAPI document to serve, YAML or JSON (default: the one this package was made from)
  --help           show this help
  --version        show the version

A request chooses its answer by the header Prefer:
  Prefer: code=429                             the documented answer with that status
  Prefer: code=429, example=rateLimitExceeded  that example of it
  Prefer: dynamic=true                         made-up values instead of the example

It wants a key in the header api_key, but takes any. Ctrl-C stops it.
`;

const { values, error } = readArguments();
if (error !== undefined) fail(`${error}\nTry agentsource-mock --help`, 2);
else if (values.help) process.stdout.write(HELP);
else if (values.version) process.stdout.write(`${packageVersion()}\n`);
else await serve(values);

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '4010' },
        host: { type: 'string' },
        spec: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
    if (!/^\d{1,5}$/.test(values.port)) throw new Error(`--port takes a number, not "${values.port}"`);
    return { values, error: undefined };
  } catch (error) {
    return { values: {}, error: (error as Error).message };
  }
}

async function serve({ port, host, spec }: { port?: string; host?: string; spec?: string }): Promise<void> {
  // Prism takes longer to load than everything else; help needs none of it.
  const { startMock } = await import('./index.ts');
  try {
    const mock = await startMock({
      port: Number(port),
      ...(host !== undefined && { host }),
      ...(spec !== undefined && { spec }),
    });
    // A second signal meets no handler and ends the process whatever it is doing.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void mock.close());
    const { title, version, operations } = mock.document;
    const count = `${operations} operation${operations === 1 ? '' : 's'}`;
    process.stdout.write(`${title} ${version} (${count}) mocked on ${mock.url}\n`);
  } catch (error) {
    if (!(error instanceof MockError)) throw error;
    fail(error.message, 1);
  }
}

function fail(message: string, code: number): void {
  process.stderr.write(`agentsource-mock: ${message}\n`);
  process.exitCode = code;
}

function packageVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
