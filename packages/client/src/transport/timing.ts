// Waiting and giving up: a sleep that ends at abort, and work that ends at a time limit or at abort.

// setTimeout's longest delay, 24.8 days: a longer one, as Infinity, would fire at once.
const LONGEST = 2 ** 31 - 1;

/** What `withLimit` rejects with when time is up. */
export const TIMED_OUT: unique symbol = Symbol('timed out');

/** What `withLimit` rejects with at an abort. Wrapped, since a caller's reason may look like any error of the work itself. */
export class Aborted {
  readonly reason: unknown;

  constructor(reason: unknown) {
    this.reason = reason;
  }
}

/**
 * Runs `work` until it settles, `ms` have passed or `signal` is aborted, whichever is first. In the latter two cases it
 * aborts the signal it gave to `work`, and rejects at once with `TIMED_OUT` or `Aborted`, even if `work` goes on.
 */
export function withLimit<T>(
  work: (signal: AbortSignal) => Promise<T>,
  ms: number,
  signal?: AbortSignal | null,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const onAbort = (): void => {
      settle();
      reject(new Aborted(signal?.reason));
      controller.abort(signal?.reason);
    };
    const onTime = (): void => {
      settle();
      reject(TIMED_OUT);
      controller.abort(TIMED_OUT);
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Removed again when the work is done: a signal may outlive many calls.
    const settle = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    if (signal?.aborted) return onAbort();
    signal?.addEventListener('abort', onAbort);
    timer = setTimeout(onTime, Math.min(ms, LONGEST));
    const onFailure = (reason: unknown): void => {
      settle();
      reject(reason);
    };
    try {
      work(controller.signal).then((value) => {
        settle();
        resolve(value);
      }, onFailure);
    } catch (reason) {
      onFailure(reason);
    }
  });
}

/** Resolves after `ms`; rejects with `Aborted` as soon as the signal is. */
export function sleep(ms: number, signal?: AbortSignal | null): Promise<void> {
  return withLimit(() => new Promise<never>(() => {}), ms, signal).catch((reason) => {
    if (reason !== TIMED_OUT) throw reason;
  });
}
