// The README's example and a webhook's round trip on each runtime that has a command line; on each Node also `require()` of the
// client, and the mock started as a library by the program of `npm start`.

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell } from '../cell.ts';
import { addSources } from '../consumer.ts';
import type { Runtime } from '../peers.ts';
import { runOk } from '../processes.ts';
import { checkPrinted, checkPrintedSomewhere } from '../readme.ts';
import { REPOSITORY } from '../repository.ts';
import type { World } from '../world.ts';

const NODES: Runtime[] = ['node-20', 'node-22', 'node-24', 'node-26'];
const quickstart = join(REPOSITORY, 'examples', 'quickstart', 'enroll.ts');

export function runtimeCells(world: World): Cell[] {
  const directory = addSources(world, join(world.project, 'run'));
  // Without type annotations, as it is, it is JavaScript.
  cpSync(quickstart, join(directory, 'quickstart.mjs'));
  const cell = (kind: string, name: Runtime, check: (output: string) => void, ...args: string[]): Cell => ({
    kind,
    name: name.replace('-', ' '),
    run: () => runProgram(world, directory, name, args, check),
  });
  return [
    ...NODES.map((name) => cell('run', name, checkPrinted, 'program.mjs')),
    cell('run', 'bun', checkPrinted, 'program.mjs'),
    cell('run', 'deno', checkPrinted, 'run', '--allow-net=127.0.0.1', '--allow-env', 'program.mjs'),
    ...NODES.map((name) => cell('require', name, checkPrinted, 'require.cjs')),
    ...NODES.map((name) => cell('mock', name, checkPrintedSomewhere, 'quickstart.mjs')),
  ];
}

async function runProgram(
  world: World,
  cwd: string,
  name: Runtime,
  args: string[],
  check: (output: string) => void,
): Promise<string> {
  const executable = world.peers.runtime(name);
  const options = { cwd, env: world.stranger.env };
  check(await runOk(executable, args, options));
  const [version = ''] = (await runOk(executable, ['--version'], options)).split('\n');
  return version;
}
