// Waiting and giving up: a sleep that ends at abort, and work that ends at a time limit or at abort.

// setTimeout's longest delay, 24.8 days: a longer one, as Infinity, would fire at once.
const LONGEST = 2 ** 31 - 1;

/** What `withLimit` rejects with when time is up. */
export const TIMED_OUT: unique symbol = Symbol('timed out');

/**
 * Runs `work` until it settles, `ms` have passed or `signal` is aborted, whichever is first. In the latter two cases it
 * aborts the signal it gave to `work`, and rejects at once with `TIMED_OUT` or the signal's reason, even if `work` goes on.
 */
export function withLimit<T>(
  work: (signal: AbortSignal) => Promise<T>,
  ms: number,
  signal?: AbortSignal | null,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const stop = (reason: unknown): void => {
      settle();
      reject(reason);
      controller.abort(reason);
    };
    const onAbort = (): void => stop(signal?.reason);
    const timer = setTimeout(stop, Math.min(ms, LONGEST), TIMED_OUT);
    // Removed again when the work is done: a signal may outlive many calls.
    const settle = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    if (signal?.aborted) return onAbort();
    signal?.addEventListener('abort', onAbort);
    work(controller.signal).then(
      (value) => {
        settle();
        resolve(value);
      },
      (reason) => {
        settle();
        reject(reason);
      },
    );
  });
}

/** Resolves after `ms`; rejects with the signal's reason as soon as it is aborted. */
export function sleep(ms: number, signal?: AbortSignal | null): Promise<void> {
  return withLimit(() => new Promise<never>(() => {}), ms, signal).catch((reason) => {
    if (reason !== TIMED_OUT) throw reason;
  });
}
