// Runs work over a lazy source, so many at a time, and yields each result as it lands: the loop under `enrollProspects`.

export interface BoundedOptions<R> {
  /** How many pieces of work may run at once. */
  concurrency: number;
  /** Ends the run: nothing new is started, `work` sees its signal aborted, and the reason is thrown last. */
  signal?: AbortSignal | undefined;
  /** Whether to start nothing new after this result. */
  stopAfter(result: R): boolean;
}

type Event<T, R> =
  | { kind: 'item'; item: T }
  | { kind: 'end' }
  | { kind: 'landed'; result: R }
  | { kind: 'crashed'; error: unknown; flew: boolean }
  | { kind: 'aborted' };

/**
 * Whatever ends the run (the signal, a failing source, failing work), every result of work already started is yielded
 * first. When the consumer leaves, work in flight is aborted and waited for.
 *
 * Nothing new starts while the consumer is busy with a result, so a slow consumer bounds what is kept.
 */
export async function* bounded<T, R>(
  source: AsyncGenerator<T, void, void>,
  work: (item: T, signal: AbortSignal) => Promise<R>,
  { concurrency, signal, stopAfter }: BoundedOptions<R>,
): AsyncGenerator<R, void, void> {
  const { emit, next } = events<Event<T, R>>();
  // One for each piece of work: many listeners on one signal are taken for a leak by Node.
  const cuts = new Set<AbortController>();
  const cutAll = (reason?: unknown) => {
    for (const cut of cuts) cut.abort(reason);
  };
  const onAbort = () => {
    cutAll(signal?.reason);
    emit({ kind: 'aborted' });
  };
  signal?.addEventListener('abort', onAbort);
  let open = !signal?.aborted;
  let failure: { error: unknown } | undefined = open ? undefined : { error: signal?.reason };
  let asking = false;
  let flying = 0;

  const close = (error?: { error: unknown }) => {
    open = false;
    failure ??= error;
  };
  const ask = () => {
    asking = true;
    source.next().then(
      ({ done, value }) => emit(done ? { kind: 'end' } : { kind: 'item', item: value }),
      (error) => emit({ kind: 'crashed', error, flew: false }),
    );
  };
  const start = (item: T) => {
    flying++;
    const cut = new AbortController();
    cuts.add(cut);
    work(item, cut.signal)
      .finally(() => cuts.delete(cut))
      .then(
        (result) => emit({ kind: 'landed', result }),
        (error) => emit({ kind: 'crashed', error, flew: true }),
      );
  };

  try {
    for (;;) {
      if (open && !asking && flying < concurrency) ask();
      if (flying === 0 && !open) break;
      const event = await next();
      if (event.kind === 'aborted') close({ error: signal?.reason });
      else if (event.kind === 'crashed') {
        if (event.flew) flying--;
        else asking = false;
        close({ error: event.error });
      } else if (event.kind === 'landed') {
        flying--;
        if (stopAfter(event.result)) close();
        yield event.result;
      } else {
        asking = false;
        if (event.kind === 'end') close();
        else if (open) start(event.item);
      }
    }
    if (failure) throw failure.error;
  } finally {
    signal?.removeEventListener('abort', onAbort);
    cutAll();
    const returned = source.return().catch(() => {});
    // A source that still owes an answer may never give one.
    if (!asking) await returned;
    while (flying > 0) {
      const event = await next();
      if (event.kind === 'landed' || (event.kind === 'crashed' && event.flew)) flying--;
    }
  }
}

/** A queue with one reader. */
function events<E>(): { emit(event: E): void; next(): Promise<E> } {
  const queue: E[] = [];
  let wake = () => {};
  return {
    emit(event) {
      queue.push(event);
      wake();
    },
    async next() {
      for (;;) {
        const event = queue.shift();
        if (event !== undefined) return event;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
