// A pause that ends at an abort.

/** Rejects with the signal's reason when it is aborted. Never ends early, as a timer of Node's may, by a fraction of a millisecond. */
export async function sleep(ms: number, signal: AbortSignal | null | undefined): Promise<void> {
  const end = performance.now() + ms;
  for (let left = ms; left > 0; left = end - performance.now()) await timer(left, signal);
  signal?.throwIfAborted();
}

function timer(ms: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = () => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    };
    const onAbort = () => {
      clearTimeout(id);
      reject(signal?.reason);
    };
    // Beyond 2 ** 31 it would fire at once; the rest is waited for next.
    const id = setTimeout(done, Math.min(Math.ceil(ms), 2 ** 31 - 1));
    if (signal?.aborted) onAbort();
    else signal?.addEventListener('abort', onAbort, { once: true });
  });
}
