// The fixtures of the mock's README in the test runners that are not here: Jest and Playwright. Its own tests run those for Vitest.
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Context } from '../context.ts';
import { runOk } from '../processes.ts';
import { REPOSITORY } from '../repository.ts';
import type { TestCase } from '../test-case.ts';

interface Runner {
  /** The package that has its command, of the name `command`. */
  packageName: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  file: string;
  /** What tells its fence from the others. */
  fence: RegExp;
}

const RUNNERS: Runner[] = [
  {
    packageName: 'jest',
    command: 'jest',
    args: [],
    env: { NODE_OPTIONS: '--experimental-vm-modules' },
    file: 'jest.test.js',
    fence: /^```js\n(.*?\bbeforeAll\b.*?)^```$/ms,
  },
  {
    packageName: '@playwright/test',
    command: 'playwright',
    args: ['test'],
    file: 'playwright.spec.ts',
    fence: /^```ts\n((?:(?!^```).)*?from '@playwright\/test'.*?)^```$/ms,
  },
];

export function runnerCases(context: Context): TestCase[] {
  return RUNNERS.map((runner) => ({
    kind: 'mock',
    name: `in ${runner.command}`,
    run: () => runIn(context, runner),
  }));
}

async function runIn({ peers, sandbox, project }: Context, runner: Runner): Promise<string> {
  const { packageName, command, args, env, file, fence } = runner;
  const readme = readFileSync(join(REPOSITORY, 'packages', 'mock', 'README.md'), 'utf8');
  const [, code] = fence.exec(readme) ?? [];
  if (code === undefined) throw new Error(`the README of the mock has no fixture for ${command}`);
  const directory = join(project, 'runners', command);
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'package.json'), '{ "private": true, "type": "module" }');
  // Not as a user would install it, but the same: the runner's own modules beside ours.
  cpSync(join(project, 'node_modules', '@agentsource'), join(directory, 'node_modules', '@agentsource'), {
    recursive: true,
  });
  const link = join(directory, 'node_modules', packageName);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(peers.directory(packageName), link);
  writeFileSync(join(directory, file), code);
  const script = peers.script(packageName, command);
  await runOk(process.execPath, [script, ...args, file], { cwd: directory, env: { ...sandbox.env, ...env } });
  return peers.version(packageName);
}
