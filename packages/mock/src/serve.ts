// What the command does once its options are read: serves, says so, and stops at once. With all that it takes to load.
import type { Arguments } from './cli/arguments.ts';
import { createLog } from './cli/log.ts';
import { settingsOf } from './cli/settings.ts';
import { MockError } from './errors.ts';
import { startMock } from './start.ts';

export { MockError } from './errors.ts';

/** @throws {MockError} when it can't be started so. */
export async function serve(values: Arguments): Promise<void> {
  const { answers = [], quiet = false, json = false, ...options } = settingsOf(values);
  const log = createLog({ quiet, json });
  // biome-ignore lint/suspicious/noExplicitAny: which operations there are is only known once it runs.
  const mock = await startMock<any>({ ...options, onRequest: log.request, onDelivery: log.delivery });
  // A second signal meets no handler and ends the process whatever it is doing.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void mock.close());
  try {
    for (const answer of answers) {
      const { operation, ...told } = answer as { operation?: unknown };
      if (typeof operation !== 'string')
        throw new MockError('Each of answers needs an operation, such as "GET /v1/things"');
      mock.answer(operation as never, told);
    }
  } catch (error) {
    await mock.close();
    throw error;
  }
  // A secret of the user's is not repeated.
  const { webhookUrl: url, webhookSecret } = options;
  const secret = webhookSecret === undefined ? mock.webhookSecret : undefined;
  log.listening(mock, url === undefined || secret === undefined ? undefined : { url, secret });
}
