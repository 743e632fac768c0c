// What an operator hears of deliveries that went wrong: all of it by `onError`, or what matters on the console.

const NAME = '@agentsource/webhooks';
const MINUTE = 60_000;

/** Told of everything that went wrong. */
export type OnError = (error: unknown) => unknown;

export interface Trace {
  /** Something failed, or is wrong in a way that the answer's status and the message say in one line. */
  failed(error: unknown, status?: number): void;
  /** A delivery was refused, which anyone on the internet can cause: the console has counts alone, a line a minute at most. */
  refused(error: unknown, reason: string): void;
}

export function createTrace(onError: OnError | undefined): Trace {
  if (onError) {
    // It may throw or reject: that ends neither the answer nor the process.
    const tell = async (error: unknown) => {
      try {
        await onError(error);
      } catch (failure) {
        console.error(failure);
      }
    };
    return { failed: tell, refused: tell };
  }
  const count = refusalCounter();
  return {
    failed: (error, status) =>
      console.error(status ? `${NAME}: answered ${status}: ${(error as Error).message}` : error),
    refused: (_, reason) => count(reason),
  };
}

/** Prints the first refusal at once, then what a minute brought. */
function refusalCounter(): (reason: string) => void {
  let counts: Record<string, number> = {};
  let next = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function print(): void {
    clearTimeout(timer);
    timer = undefined;
    next = performance.now() + MINUTE;
    const reasons = Object.entries(counts).map(([reason, count]) => `${count} ${reason}`);
    counts = {};
    console.warn(`${NAME}: refused deliveries: ${reasons.join(', ')}`);
  }

  return (reason) => {
    counts[reason] = (counts[reason] ?? 0) + 1;
    const wait = next - performance.now();
    // A Worker's timers end with the request, so the next refusal prints as well.
    if (wait <= 0) print();
    else timer ??= unrefed(setTimeout(print, wait));
  };
}

/** A timer for which Node stays alive no longer than it would without. */
export function unrefed<Timer>(timer: Timer): Timer {
  (timer as { unref?(): void }).unref?.();
  return timer;
}
