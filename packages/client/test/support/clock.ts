// A clock that stands still until a test moves it, and a fetch that never answers.
import { afterEach, beforeEach, vi } from 'vitest';
import type { Fetch } from '../../src/index.ts';

/** In the tests of this file, `setTimeout` and `performance.now` go by `vi.advanceTimersByTimeAsync` alone. */
export function useFakeClock(): void {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
  afterEach(() => void vi.useRealTimers());
}

/** Ends as fetch does when its signal is aborted, and in no other way. */
export const silentFetch: Fetch = (_input, init) =>
  new Promise((_, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
  });

/** A fetch that gives these answers, one a request, and says when each was asked for. */
export function scriptedFetch(...answers: (Response | Error)[]): Fetch & { at: number[] } {
  const at: number[] = [];
  const fetch = async (): Promise<Response> => {
    at.push(performance.now());
    const answer = answers[at.length - 1] ?? Response.json({});
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return Object.assign(fetch, { at });
}

/** Milliseconds, by the fake clock, that it takes a promise to settle; moves the clock on. */
export async function timeToSettle(promise: Promise<unknown>): Promise<number> {
  const start = performance.now();
  let end: number | undefined;
  const note = (): void => {
    end = performance.now();
  };
  promise.then(note, note);
  await vi.advanceTimersByTimeAsync(0);
  while (end === undefined) await vi.advanceTimersToNextTimerAsync();
  return end - start;
}
