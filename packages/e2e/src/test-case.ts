// One cell of the matrix, and how cells are run: a few at a time, each to its end whatever becomes of the others.

export interface Cell {
  kind: string;
  name: string;
  /** Gives what the table shows beside the result, versions above all; throws when the cell fails. */
  run(): Promise<string>;
}

export interface Result {
  kind: string;
  name: string;
  outcome: 'ok' | 'failed' | 'not available';
  detail: string;
  seconds: number;
}

/** What a cell needs and this machine can't have: shown in the table, not a failure. */
export class Unavailable extends Error {}

const AT_ONCE = 2;

/** Runs the cells in order, two at a time, and reports each as it ends. */
export async function runCells(cells: Cell[], onResult: (result: Result) => void): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = cells.entries();
  const worker = async () => {
    for (const [index, cell] of waiting) {
      results[index] = await runCell(cell);
      onResult(results[index]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

export async function runCell({ kind, name, run }: Cell): Promise<Result> {
  const started = performance.now();
  const result = (outcome: Result['outcome'], detail: string): Result => ({
    kind,
    name,
    outcome,
    detail,
    seconds: (performance.now() - started) / 1000,
  });
  try {
    return result('ok', await run());
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return result(error instanceof Unavailable ? 'not available' : 'failed', message);
  }
}
