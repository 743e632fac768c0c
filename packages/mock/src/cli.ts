// The command agentsource-mock: options, one line that says where it listens, one for each request, and a stop at once.
import { readFileSync } from 'node:fs';
import { type Arguments, HELP, readArguments, settingsOf } from './cli/arguments.ts';
import { createLog } from './cli/log.ts';

const values = argumentsOrFail();
if (values?.help) process.stdout.write(HELP);
else if (values?.version) process.stdout.write(`${packageVersion()}\n`);
else if (values) await serve(values);

function argumentsOrFail(): Arguments | undefined {
  try {
    return readArguments();
  } catch (error) {
    fail(`${(error as Error).message}\nTry agentsource-mock --help`, 2);
    return undefined;
  }
}

async function serve(values: Arguments): Promise<void> {
  // What serves takes longer to load than everything else; help needs none of it.
  const { MockError, startMock } = await import('./index.ts');
  try {
    const { answers = [], quiet = false, json = false, ...options } = settingsOf(values);
    const log = createLog({ quiet, json });
    // biome-ignore lint/suspicious/noExplicitAny: which operations there are is only known once it runs.
    const mock = await startMock<any>({ ...options, onRequest: log.request, onDelivery: log.delivery });
    // A second signal meets no handler and ends the process whatever it is doing.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void mock.close());
    try {
      for (const answer of answers) {
        const { operation, ...told } = answer as { operation?: unknown };
        mock.answer(String(operation) as never, told);
      }
    } catch (error) {
      await mock.close();
      throw error;
    }
    // A secret of the user's is not repeated.
    const { webhookUrl: url, webhookSecret } = options;
    const secret = webhookSecret === undefined ? mock.webhookSecret : undefined;
    log.listening(mock, url === undefined || secret === undefined ? undefined : { url, secret });
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
