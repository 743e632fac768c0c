// Each package manager installs the published packages into an empty directory, and the program runs there.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addSources } from '../consumer.ts';
import type { Context } from '../context.ts';
import type { Runtime } from '../peers.ts';
import { runOk } from '../processes.ts';
import { specifiers } from '../publish.ts';
import { checkPrinted } from '../readme.ts';
import type { TestCase } from '../test-case.ts';

interface PackageManager {
  name: string;
  version: (context: Context) => Promise<string>;
  add: (context: Context) => string[];
  run: (context: Context) => string[];
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
    version: (context) => runtimeVersion(context, 'bun'),
    add: ({ peers }) => [peers.runtime('bun'), 'add'],
    run: () => [node],
  },
];

export function installCases(context: Context): TestCase[] {
  return PACKAGE_MANAGERS.map((manager) => ({
    kind: 'install',
    name: manager.name,
    run: async () => {
      const version = await manager.version(context);
      const directory = context.sandbox.directory(`install-${manager.name}`);
      const options = { cwd: directory, env: context.sandbox.env };
      writeFileSync(join(directory, 'package.json'), '{ "name": "user", "private": true }');
      // Berry takes a directory for a project of its own by its lockfile.
      if (manager.name === 'yarn') writeFileSync(join(directory, 'yarn.lock'), '');
      await runCommand(manager.add(context), specifiers(context.published), options);
      addSources(context, directory);
      checkPrinted(await runCommand(manager.run(context), ['program.mjs'], options));
      return `${manager.name} ${version}`;
    },
  }));
}

function runCommand(command: string[], args: string[], options: { cwd: string; env: NodeJS.ProcessEnv }) {
  const [executable = '', ...prefix] = command;
  return runOk(executable, [...prefix, ...args], options);
}

async function runtimeVersion(context: Context, name: Runtime): Promise<string> {
  const { sandbox } = context;
  const output = await runOk(context.peers.runtime(name), ['--version'], {
    cwd: sandbox.env.HOME ?? '/',
    env: sandbox.env,
  });
  return output.trim();
}
