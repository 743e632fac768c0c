// The README's example and a webhook's round trip on each runtime that has a command line; on each Node also `require()` of the
// client, and the mock started as a library by the program of `npm start`.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { addSources } from '../consumer.ts';
import type { Context } from '../context.ts';
import type { Runtime } from '../peers.ts';
import { runOk } from '../processes.ts';
import { checkPrinted, checkPrintedSomewhere } from '../readme.ts';
import { REPOSITORY } from '../repository.ts';
import type { TestCase } from '../test-case.ts';

/** Of those that can't require() an ES module yet, the oldest that there may be. */
const OLDEST: Runtime = 'node-20.3';
const NODES: Runtime[] = ['node-20', 'node-22', 'node-24', 'node-26'];
const QUICKSTART = join(REPOSITORY, 'examples', 'quickstart', 'enroll.ts');

export function runtimeCases(context: Context): TestCase[] {
  const directory = addSources(context, join(context.project, 'run'));
  // Without type annotations, as it is, it is JavaScript.
  cpSync(QUICKSTART, join(directory, 'quickstart.mjs'));
  const testCase = (kind: string, name: Runtime, program: Program): TestCase => ({
    kind,
    name: name.replace('-', ' '),
    run: () => runProgram(context, directory, name, program),
  });
  const program = { args: ['program.mjs'], check: checkPrinted };
  const denoProgram = {
    args: ['run', '--allow-net=127.0.0.1', '--allow-env', 'program.mjs'],
    check: checkPrinted,
  };
  const requiring = { args: ['require.cjs'], check: checkPrinted };
  const quickstart = { args: ['quickstart.mjs'], check: checkPrintedSomewhere };
  return [
    ...[OLDEST, ...NODES].map((name) => testCase('run', name, program)),
    testCase('run', 'bun', program),
    testCase('run', 'deno', denoProgram),
    ...NODES.map((name) => testCase('require', name, requiring)),
    ...[OLDEST, ...NODES].map((name) => testCase('mock', name, quickstart)),
  ];
}

interface Program {
  args: string[];
  /** Throws unless the output is what it should be. */
  check(output: string): void;
}

async function runProgram(
  { peers, sandbox }: Context,
  cwd: string,
  name: Runtime,
  { args, check }: Program,
): Promise<string> {
  const executable = peers.runtime(name);
  const options = { cwd, env: sandbox.env };
  check(await runOk(executable, args, options));
  const [version = ''] = (await runOk(executable, ['--version'], options)).split('\n');
  return version;
}
