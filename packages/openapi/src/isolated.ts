// The other side of isolate.ts: the process that works on a stranger's document. It does one task and is then ended.
import { pathToFileURL } from 'node:url';
import { PipelineError } from './errors.ts';
import type { Answer, Task } from './isolate.ts';

process.once('message', async (task: Task) => process.send?.(await answerTo(task)));

async function answerTo({ module, name, input }: Task): Promise<Answer> {
  try {
    const { [name]: work } = (await import(pathToFileURL(module).href)) as Record<
      string,
      (input: unknown) => unknown
    >;
    if (work === undefined) throw new Error(`${module} exports no ${name}`);
    return { result: await work(input) };
  } catch (error) {
    if (error instanceof PipelineError) return { refusal: error.message, exitCode: error.exitCode };
    const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
    return { failure: message, stack };
  }
}
