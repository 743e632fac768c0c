// Runs work over a lazy source, so many at a time, and yields each result as it lands: the loop under `enrollProspects`.

export interface ConcurrencyOptions<R> {
  /** How many pieces of work may run at once. */
  concurrency: number;
  /** Ends the run: nothing new is started, `work` sees its signal aborted, and the reason is thrown last. */
  signal?: AbortSignal | undefined;
  /** Whether to start nothing new after this result. */
  stopAfter(result: R): boolean;
}

/**
 * Each of `concurrency` workers takes an item from the source, and its next one when the consumer is done with the result:
 * a slow consumer bounds what is started and kept.
 *
 * Whatever ends the run (the signal, a failing source, failing work), every result of work already started is yielded
 * first. When the consumer leaves, work that still runs is aborted and waited for.
 */
export async function* mapConcurrently<T, R>(
  source: AsyncGenerator<T, void, void>,
  work: (item: T, signal: AbortSignal) => Promise<R>,
  { concurrency, signal, stopAfter }: ConcurrencyOptions<R>,
): AsyncGenerator<R, void, void> {
  const workers = new Workers(source, work, concurrency);
  const onAbort = (): void => {
    workers.close({ error: signal?.reason });
    workers.abort(signal?.reason);
  };
  if (signal?.aborted) onAbort();
  signal?.addEventListener('abort', onAbort);
  try {
    workers.takeNext();
    while (await workers.hasLanded()) {
      const result = workers.landed.shift() as R;
      if (stopAfter(result)) workers.close();
      yield result;
      workers.idle++;
      workers.takeNext();
    }
    if (workers.failure) throw workers.failure.error;
  } finally {
    signal?.removeEventListener('abort', onAbort);
    workers.close();
    workers.abort();
    const returned = source.return().catch(() => {});
    // A source that still owes an item may never give it.
    if (!workers.isAsking) await returned;
    while (await workers.hasLanded()) workers.landed.length = 0;
  }
}

/** The work that runs and what came of it. */
class Workers<T, R> {
  /** Results that the consumer has not seen yet. */
  readonly landed: R[] = [];
  /** How many workers have nothing to do; one whose result the consumer has not done with is not idle. */
  idle: number;
  /** Whether one of them waits for an item of the source. */
  isAsking = false;
  failure: { error: unknown } | undefined;
  readonly #source: AsyncGenerator<T, void, void>;
  readonly #work: (item: T, signal: AbortSignal) => Promise<R>;
  // Of the work that runs, one each: many listeners on one signal are taken for a leak by Node.
  readonly #running = new Set<AbortController>();
  #isOpen = true;
  #wake = (): void => {};

  constructor(
    source: AsyncGenerator<T, void, void>,
    work: (item: T, signal: AbortSignal) => Promise<R>,
    concurrency: number,
  ) {
    this.#source = source;
    this.#work = work;
    this.idle = concurrency;
  }

  /** An idle worker takes the next item of the source and works on it, and so on while there are any; never rejects. */
  async takeNext(): Promise<void> {
    if (!this.#isOpen || this.isAsking || this.idle === 0) return;
    const controller = new AbortController();
    try {
      this.isAsking = true;
      const { done, value } = await this.#source.next().finally(() => {
        this.isAsking = false;
      });
      if (done) this.close();
      if (done || !this.#isOpen) return;
      this.idle--;
      this.#running.add(controller);
      this.takeNext();
      this.landed.push(await this.#work(value, controller.signal));
    } catch (error) {
      this.close({ error });
    }
    this.#running.delete(controller);
    this.#wake();
  }

  /** Waits for a result; false if none will come any more. */
  async hasLanded(): Promise<boolean> {
    while (this.landed.length === 0 && (this.#isOpen || this.#running.size > 0)) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.landed.length > 0;
  }

  /** Lets nothing new start; the first failure is kept. */
  close(failure?: { error: unknown }): void {
    this.#isOpen = false;
    this.failure ??= failure;
    this.#wake();
  }

  /** Aborts the work that runs. */
  abort(reason?: unknown): void {
    for (const controller of this.#running) controller.abort(reason);
  }
}
