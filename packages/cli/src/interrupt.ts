// Ctrl-C while a call runs: it is aborted.
import type { Terminal } from './terminal.ts';

export async function whileInterruptible<T>(
  terminal: Terminal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const end = terminal.onInterrupt(() => controller.abort());
  try {
    return await work(controller.signal);
  } finally {
    end();
  }
}
