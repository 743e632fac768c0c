// Ctrl-C and its kin: put things in order, then end as if the signal had ended us.
import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Calls back once on a signal, then exits with its code; a second signal does not wait. Returns how to stop listening. */
export function onInterrupt(cleanup: () => Promise<void>): () => void {
  let isEnding = false;
  const handler = async (signal: NodeJS.Signals) => {
    const code = 128 + constants.signals[signal];
    if (isEnding) process.exit(code);
    isEnding = true;
    await cleanup();
    process.exit(code);
  };
  for (const signal of SIGNALS) process.on(signal, handler);
  return () => {
    for (const signal of SIGNALS) process.off(signal, handler);
  };
}
