// The README's example and a webhook's round trip on each runtime that has a command line; `require()` of the client on each Node.
import { join } from 'node:path';
import type { Cell } from '../cell.ts';
import { addSources } from '../consumer.ts';
import type { Runtime } from '../peers.ts';
import { runOk } from '../processes.ts';
import { checkPrinted } from '../readme.ts';
import type { World } from '../world.ts';

const NODES: Runtime[] = ['node-20', 'node-22', 'node-24', 'node-26'];

export function runtimeCells(world: World): Cell[] {
  const directory = addSources(world, join(world.project, 'run'));
  const cell = (kind: string, name: Runtime, ...args: string[]): Cell => ({
    kind,
    name: name.replace('-', ' '),
    run: () => runProgram(world, directory, name, args),
  });
  return [
    ...NODES.map((name) => cell('run', name, 'program.mjs')),
    cell('run', 'bun', 'program.mjs'),
    cell('run', 'deno', 'run', '--allow-net=127.0.0.1', '--allow-env', 'program.mjs'),
    ...NODES.map((name) => cell('require', name, 'require.cjs')),
  ];
}

async function runProgram(world: World, cwd: string, name: Runtime, args: string[]): Promise<string> {
  const executable = world.peers.runtime(name);
  const options = { cwd, env: world.stranger.env };
  checkPrinted(await runOk(executable, args, options));
  const [version = ''] = (await runOk(executable, ['--version'], options)).split('\n');
  return version;
}
