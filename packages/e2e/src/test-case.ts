// One test case of the matrix, and how they are run: a few at a time, each to its end whatever becomes of the others.

export interface TestCase {
  kind: string;
  name: string;
  /** Gives what the table shows beside the result, versions above all; throws when the case fails. */
  run(): Promise<string>;
}

export interface TestResult {
  kind: string;
  name: string;
  outcome: 'ok' | 'failed' | 'not available';
  detail: string;
  seconds: number;
}

/** What a case needs and this machine can't have: shown in the table, not a failure. */
export class Unavailable extends Error {}

const AT_ONCE = 2;

/** Runs the cases in order, two at a time, and reports each as it ends. */
export async function runTestCases(
  cases: TestCase[],
  onResult: (result: TestResult) => void,
): Promise<TestResult[]> {
  const results: TestResult[] = [];
  const waiting = cases.entries();
  const worker = async () => {
    for (const [index, testCase] of waiting) {
      results[index] = await runTestCase(testCase);
      onResult(results[index]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

export async function runTestCase({ kind, name, run }: TestCase): Promise<TestResult> {
  const started = performance.now();
  const result = (outcome: TestResult['outcome'], detail: string): TestResult => ({
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
