// How long each answer takes, when it is to take some time.
import { MockError } from '../errors.ts';

/** Milliseconds: always as many, or from the one to the other. */
export type Latency = number | { min: number; max: number };

/** setTimeout() takes no more. */
const LONGEST = 2 ** 31 - 1;

/** The share of the way from `min` to `max` by which the next answer is farther: spread evenly, and the same in every run. */
const STEP = 0.618034;

/** @throws {MockError} on what is no span of time. */
export function createLatency(latency: Latency): () => number {
  const { min, max } = typeof latency === 'number' ? { min: latency, max: latency } : latency;
  if (!isDelay(min) || !isDelay(max) || min > max) {
    throw new MockError(
      `latency must be milliseconds, or { min, max } of them, not ${JSON.stringify(latency)}`,
    );
  }
  let count = 0;
  return () => min + ((count++ * STEP) % 1) * (max - min);
}

export function isDelay(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= LONGEST;
}
