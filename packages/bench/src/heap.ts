// Heap after many calls, in a process of its own: `node --expose-gc heap.ts <bundle> <calls>`. Prints bytes gained.
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import type { Contestant } from './contestants.ts';
import { BODY } from './overhead.ts';
import { startServer } from './start-server.ts';

const CONCURRENCY = 8;
const WARM_UP_CALLS = 5000;

/** Bytes of heap that `calls` calls leave behind, after a warm-up and with the garbage collected. */
export function heapGrowth(bundle: string, calls: number): number {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--expose-gc', import.meta.filename, bundle, String(calls)],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  if (status !== 0) throw new Error(`measuring the heap of ${bundle} ended with ${status}`);
  return Number(stdout);
}

async function measure(bundle: string, calls: number): Promise<number> {
  const server = await startServer();
  const { createCall } = (await import(pathToFileURL(bundle).href)) as Contestant;
  const call = createCall(server.baseUrl);
  const many = async (count: number) => {
    let left = count;
    const worker = async () => {
      while (left-- > 0) await call(BODY);
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  };
  await many(WARM_UP_CALLS);
  const before = await settledHeap();
  await many(calls);
  const after = await settledHeap();
  server.stop();
  return after - before;
}

async function settledHeap(): Promise<number> {
  // Timers and finalisers get their turn between two collections.
  for (let pass = 0; pass < 3; pass++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return process.memoryUsage().heapUsed;
}

if (import.meta.main) {
  const [bundle = '', calls = '0'] = process.argv.slice(2);
  process.stdout.write(String(await measure(bundle, Number(calls))));
  process.exit();
}
