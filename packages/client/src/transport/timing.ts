// Waiting and giving up: work that ends at a time limit or an abort, and a pause that ends at an abort.

// setTimeout's longest delay, 24.8 days: a longer one, as Infinity, would fire at once.
const LONGEST = 2 ** 31 - 1;

/** What work rejects with when its time is up. */
export class TimedOut {
  /** Milliseconds; the limit that was reached. */
  readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }
}

/** What work rejects with at an abort. Wrapped, since a caller's reason may look like any error of the work itself. */
export class Aborted {
  readonly reason: unknown;

  constructor(reason: unknown) {
    this.reason = reason;
  }
}

/** A signal, or none. */
export type MaybeSignal = AbortSignal | null | undefined;

type Work<T> = (signal: AbortSignal) => T | Promise<T>;

/**
 * Runs `work` until it settles, `ms` are over or `signal` is aborted, whichever is first. In the latter two cases it
 * aborts the signal it gave to `work`, and rejects at once with `TimedOut` or `Aborted`, even if `work` goes on.
 *
 * @param limit milliseconds that `TimedOut` names: `ms` may be what remains of a longer limit.
 */
async function withLimit<T>(work: Work<T>, ms: number, signal?: MaybeSignal, limit: number = ms): Promise<T> {
  if (signal?.aborted) throw new Aborted(signal.reason);
  const controller = new AbortController();
  let onAbort!: () => void;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    // One promise and no race: this is a tenth of what a call costs.
    return await new Promise<T>((resolve, reject) => {
      const giveUp = (marker: TimedOut | Aborted, reason: unknown = marker): void => {
        reject(marker);
        controller.abort(reason);
      };
      onAbort = () => giveUp(new Aborted(signal?.reason), signal?.reason);
      signal?.addEventListener('abort', onAbort);
      timer = setTimeout(() => giveUp(new TimedOut(limit)), Math.min(ms, LONGEST));
      Promise.resolve(work(controller.signal)).then(resolve, reject);
    });
  } finally {
    // A signal may outlive many calls.
    signal?.removeEventListener('abort', onAbort);
    clearTimeout(timer);
  }
}

/** Resolves after `ms`; rejects with `Aborted` as soon as the signal is. */
export function sleep(ms: number, signal?: MaybeSignal): Promise<void> {
  return withLimit(() => new Promise<void>(() => {}), ms, signal).catch((reason) => {
    if (!(reason instanceof TimedOut)) throw reason;
  });
}

/** The time that a call has, for all its attempts, pauses, hooks and middleware. */
export class TimeBudget {
  /** Milliseconds, from when the call began. */
  readonly deadline: number;
  /** Whose abort ends it. */
  readonly signal: MaybeSignal;
  /** Milliseconds, by `performance.now()`. */
  readonly end: number;

  constructor(deadline = 120_000, signal?: MaybeSignal, end: number = performance.now() + deadline) {
    this.deadline = deadline;
    this.signal = signal;
    this.end = end;
  }

  /** Milliseconds that are left; below 0 when it is over. */
  left(): number {
    return this.end - performance.now();
  }

  /** @throws {Aborted | TimedOut} if nothing may begin any more. */
  check(): void {
    if (this.signal?.aborted) throw new Aborted(this.signal.reason);
    if (this.left() <= 0) throw new TimedOut(this.deadline);
  }

  /** Runs work for as long as there is time, or for `timeout` ms if that is less; rejects with `TimedOut` or `Aborted`. */
  run<T>(work: Work<T>, timeout: number = this.deadline): Promise<T> {
    const ms = Math.min(timeout, this.left());
    return withLimit(work, ms, this.signal, ms < timeout ? this.deadline : timeout);
  }

  /** The same time under another signal, or none. */
  under(signal?: MaybeSignal): TimeBudget {
    return new TimeBudget(this.deadline, signal, this.end);
  }
}
