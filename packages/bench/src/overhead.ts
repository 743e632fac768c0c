// Time per call: interleaved rounds, so that whatever slows the machine down slows all of them down.
import type { Call, Contestant } from './contestants.ts';

export interface Timing {
  name: string;
  /** Median over the rounds, in microseconds. */
  perCall: number;
  /** Median over the rounds of this one's time divided by plain fetch's in the same round. */
  ratio: number;
}

export interface Rounds {
  rounds: number;
  callsPerRound: number;
}

const WARM_UP_CALLS = 1000;

export const BODY = {
  enrollment_key: 'bench_enrollment',
  event_types: ['prospect_changed_role', 'prospect_changed_company'],
  prospect_ids: Array.from({ length: 20 }, (_, index) => index.toString(16).padStart(40, '0')),
};

export async function measureOverhead(
  contestants: readonly Contestant[],
  baseUrl: string,
  { rounds, callsPerRound }: Rounds,
  progress: (round: number) => void,
): Promise<Timing[]> {
  const runners = contestants.map(({ name, createCall }) => ({
    name,
    call: createCall(baseUrl),
    times: [] as number[],
  }));
  for (const { call } of runners) await timePerCall(call, WARM_UP_CALLS);
  for (let round = 0; round < rounds; round++) {
    progress(round);
    // In another order each time, so that none always pays for the same neighbour's garbage.
    for (const runner of shuffled(runners)) runner.times.push(await timePerCall(runner.call, callsPerRound));
  }
  const base = runners.find(({ name }) => name === 'fetch')?.times ?? [];
  return runners.map(({ name, times }) => ({
    name,
    perCall: median(times),
    ratio: median(times.map((time, round) => time / (base[round] ?? Number.NaN))),
  }));
}

function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

async function timePerCall(call: Call, calls: number): Promise<number> {
  const start = performance.now();
  for (let index = 0; index < calls; index++) await call(BODY);
  return ((performance.now() - start) * 1000) / calls;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}
