// Memory after much work, each in a process of its own: `node --expose-gc memory.ts <what> <bundle> <count>` prints bytes gained.
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import type { Contestant } from './contestants.ts';
import { BODY } from './overhead.ts';
import { startServer } from './start-server.ts';

const CONCURRENCY = 8;
// The heap of Node itself settles within the first 10,000 calls, plain fetch or not.
const WARM_UP = 15_000;

/** Does `count` pieces of work, with what an adapter's `createCall` made. */
type Work = (call: (input: object) => Promise<unknown>, count: number) => Promise<unknown>;

const WORK = {
  /** Calls, some at once. */
  calls: async (call, count) => {
    let left = count;
    const worker = async () => {
      while (left-- > 0) await call(BODY);
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  },
  /** One run of enrollProspects over as many ids. */
  ids: (call, count) => call(prospectIds(count)),
} satisfies Record<string, Work>;

/** Bytes that the work leaves behind, or holds at its end, after a warm-up and with the garbage collected. */
export function memoryGained(what: keyof typeof WORK, bundle: string, count: number): number {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--expose-gc', import.meta.filename, what, bundle, String(count)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (status !== 0) throw new Error(`measuring the memory of ${bundle} ended with ${status}`);
  return Number(stdout);
}

function* prospectIds(count: number): Generator<string> {
  for (let index = 0; index < count; index++) {
    // Spread over the whole range, as digests are.
    const digits = (Math.imul(index, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
    yield digits.repeat(5);
  }
  held = memoryInUse();
}

// With ids, memory is of interest while the run still holds its set of them.
let held: number | undefined;

async function settledMemory(): Promise<number> {
  // Timers and finalisers get their turn between two collections.
  for (let pass = 0; pass < 3; pass++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return memoryInUse();
}

function memoryInUse(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

if (import.meta.main) {
  const [what = '', bundle = '', count = '0'] = process.argv.slice(2);
  const work = WORK[what as keyof typeof WORK];
  const server = await startServer();
  const { createCall } = (await import(pathToFileURL(bundle).href)) as Contestant;
  const call = createCall(server.baseUrl);
  await work(call, WARM_UP);
  const before = await settledMemory();
  await work(call, Number(count));
  const after = held ?? (await settledMemory());
  process.stdout.write(String(after - before));
  server.stop();
  process.exit();
}
