// The other side of isolate.ts: the process that works on a stranger's document. It does one task and is then ended.
import { pathToFileURL } from 'node:url';
import { PipelineError } from './errors.ts';
import type { Answer } from './isolate.ts';

const [, , module = '', name = ''] = process.argv;
type Work = (input: unknown) => unknown;
const loaded = import(pathToFileURL(module).href) as Promise<Record<string, Work>>;
// Told with the answer.
loaded.catch(() => {});

process.once('message', async ({ input }: { input: unknown }) => process.send?.(await answerTo(input)));

async function answerTo(input: unknown): Promise<Answer> {
  try {
    const { [name]: work } = await loaded;
    if (work === undefined) throw new Error(`${module} exports no ${name}`);
    return { result: await work(input) };
  } catch (error) {
    if (error instanceof PipelineError) return { refusal: error.message, exitCode: error.exitCode };
    const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
    return { failure: message, stack };
  }
}
