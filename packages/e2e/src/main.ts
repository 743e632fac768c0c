// `pnpm e2e`: publishes the packages to a registry of our own, then uses them as people do, and prints a table of what ran.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromiumCases } from './cases/chromium.ts';
import { cliCases } from './cases/cli.ts';
import { compileCases } from './cases/compile.ts';
import { docsCase } from './cases/docs.ts';
import { installCases } from './cases/install.ts';
import { interopCases } from './cases/interop.ts';
import { mockEndsCase } from './cases/mock-ends.ts';
import { nextCase } from './cases/next.ts';
import { pageCases } from './cases/page.ts';
import { recipeCases } from './cases/recipes.ts';
import { redisCases } from './cases/redis.ts';
import { registryCase } from './cases/registry.ts';
import { runnerCases } from './cases/runners.ts';
import { runtimeCases } from './cases/runtimes.ts';
import { upgradeCase } from './cases/upgrade.ts';
import { workerdCases } from './cases/workerd.ts';
import { createContext } from './context.ts';
import { endAll } from './processes.ts';
import { line, table } from './table.ts';
import { runTestCase, runTestCases, type TestCase, type TestResult } from './test-case.ts';

const KINDS = [
  'install',
  'compile',
  'run',
  'require',
  'mock',
  'interop',
  'page',
  'docs',
  'recipes',
  'redis',
  'cli',
  'upgrade',
];
const HELP = `Usage: pnpm e2e [--only <kinds>]

Publishes the packages to a registry on loopback, with changesets as a release would, then installs, compiles and runs them
from empty directories outside the workspace, and prints a table of what ran. Takes some minutes; leaves nothing behind but the
tools it installed, in packages/e2e/node_modules/.cache.

  --only <kinds>  after publishing, only cases of these kinds, separated by commas:
                  ${KINDS.join(', ')}
  --help          this text`;

/** The table says what failed. */
class StepFailed extends Error {}

const values = readArguments();
const kinds = values.only?.split(',') ?? KINDS;
const results: TestResult[] = [];

if (values.help) {
  console.log(HELP);
} else {
  const base = mkdtempSync(join(tmpdir(), 'agentsource-e2e-'));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => end(base, 130));
  process.on('uncaughtException', (error) => {
    console.error(error);
    end(base, 1);
  });
  try {
    await runMatrix(base);
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
  } finally {
    await cleanUp(base);
  }
  console.log(table(results));
  process.exitCode = results.every(({ outcome }) => outcome !== 'failed') ? 0 : 1;
}

function readArguments(): { only?: string; help?: boolean } {
  try {
    const { values } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean' } } });
    const unknown = values.only?.split(',').find((kind) => !KINDS.includes(kind));
    if (unknown !== undefined) throw new Error(`--only knows no "${unknown}"; it knows ${KINDS.join(', ')}`);
    return values;
  } catch (error) {
    console.error(`${(error as Error).message}\npnpm e2e --help says more.`);
    process.exit(2);
  }
}

async function runMatrix(base: string): Promise<void> {
  const context = await createContext(base, step);
  const wanted = ({ kind }: TestCase) => kinds.includes(kind);
  const cases = [
    // The longest comes first.
    upgradeCase(context),
    ...installCases(context),
    ...compileCases(context),
    ...runtimeCases(context),
    ...runnerCases(context),
    ...workerdCases(context),
    ...chromiumCases(context),
    ...interopCases(context),
    ...pageCases(context),
    docsCase(context),
    nextCase(context),
    ...recipeCases(context),
    ...redisCases(context),
    ...cliCases(context),
  ];
  results.push(...(await runTestCases(cases.filter(wanted), report)));
  // These look at what all the others have left.
  for (const testCase of [mockEndsCase(context), registryCase(context)]) {
    const result = await runTestCase(testCase);
    results.push(result);
    report(result);
  }
}

async function step<T>(
  kind: string,
  name: string,
  action: () => Promise<T>,
  detail: (value: T) => string = () => '',
): Promise<T> {
  const values: T[] = [];
  const result = await runTestCase({
    kind,
    name,
    run: async () => {
      const value = await action();
      values.push(value);
      return detail(value);
    },
  });
  results.push(result);
  report(result);
  if (result.outcome !== 'ok') throw new StepFailed();
  return values[0] as T;
}

/** Progress, for whoever is watching. */
function report(result: TestResult): void {
  if (process.stderr.isTTY) process.stderr.write(`${line(result)}\n`);
}

async function end(base: string, status: number): Promise<void> {
  await cleanUp(base);
  process.exit(status);
}

async function cleanUp(base: string): Promise<void> {
  await endAll();
  rmSync(base, { recursive: true, force: true, maxRetries: 5 });
}
