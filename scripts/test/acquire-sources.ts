// What spec:bump does first, in this process.
import { type Acquisition, acquire } from '../src/acquire/acquire.ts';
import { readInputs } from '../src/acquire/inputs.ts';

export async function acquireSources(sources: readonly string[]): Promise<Acquisition> {
  return acquire(await readInputs(sources));
}
