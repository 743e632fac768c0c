// Each package manager installs the published packages into an empty directory, and the program runs there.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell } from '../cell.ts';
import { addSources } from '../consumer.ts';
import type { Runtime } from '../peers.ts';
import { runOk } from '../processes.ts';
import { checkPrinted } from '../readme.ts';
import { published, type World } from '../world.ts';

interface PackageManager {
  name: string;
  version: (world: World) => Promise<string>;
  add: (world: World) => string[];
  run: (world: World) => string[];
}

const node = process.execPath;

function ofPeer(name: string, packageName: string, verb: string): PackageManager {
  return {
    name,
    version: async ({ peers }) => peers.version(packageName),
    add: ({ peers }) => [node, peers.script(packageName, name), verb],
    run: () => [node],
  };
}

const PACKAGE_MANAGERS: PackageManager[] = [
  ofPeer('npm', 'npm', 'install'),
  ofPeer('pnpm', 'pnpm', 'add'),
  {
    // Plug'n'Play is Berry's default, and the strictest about what a package may import.
    ...ofPeer('yarn', '@yarnpkg/cli-dist', 'add'),
    run: ({ peers }) => [node, peers.script('@yarnpkg/cli-dist', 'yarn'), 'node'],
  },
  {
    name: 'bun',
    version: (world) => runtimeVersion(world, 'bun'),
    add: ({ peers }) => [peers.runtime('bun'), 'add'],
    run: () => [node],
  },
];

export function installCells(world: World): Cell[] {
  return PACKAGE_MANAGERS.map((manager) => ({
    kind: 'install',
    name: manager.name,
    run: async () => {
      const version = await manager.version(world);
      const directory = world.stranger.directory(`install-${manager.name}`);
      const options = { cwd: directory, env: world.stranger.env };
      writeFileSync(join(directory, 'package.json'), '{ "name": "stranger", "private": true }');
      // Berry takes a directory for a project of its own by its lockfile.
      if (manager.name === 'yarn') writeFileSync(join(directory, 'yarn.lock'), '');
      await runCommand(manager.add(world), published(world), options);
      addSources(world, directory);
      checkPrinted(await runCommand(manager.run(world), ['program.mjs'], options));
      return `${manager.name} ${version}`;
    },
  }));
}

function runCommand(command: string[], args: string[], options: { cwd: string; env: NodeJS.ProcessEnv }) {
  const [executable = '', ...prefix] = command;
  return runOk(executable, [...prefix, ...args], options);
}

async function runtimeVersion(world: World, name: Runtime): Promise<string> {
  const { stranger } = world;
  const output = await runOk(world.peers.runtime(name), ['--version'], {
    cwd: stranger.env.HOME ?? '/',
    env: stranger.env,
  });
  return output.trim();
}
