// The command agentsource, installed: on every Node, killed at random moments, and with a file of 100,000 rows.
import { join } from 'node:path';
import { type CommandRuns, enrollsAFile, enrollsMany, survivesKills } from '../cli-runs.ts';
import type { Context } from '../context.ts';
import type { Runtime } from '../peers.ts';
import type { TestCase } from '../test-case.ts';

const NODES: Runtime[] = ['node-20.3', 'node-20', 'node-22', 'node-24', 'node-26'];

export function cliCases(context: Context): TestCase[] {
  const { project, sandbox, peers } = context;
  const installed = join(project, 'node_modules', '@agentsource');
  const runs = (name: string, node: string): CommandRuns => ({
    node,
    command: join(installed, 'cli', 'bin', 'agentsource.js'),
    mock: join(installed, 'mock', 'bin', 'agentsource-mock.js'),
    directory: sandbox.directory(`cli-${name}`),
    env: sandbox.env,
  });
  const testCase = (name: string, run: () => Promise<string>): TestCase => ({ kind: 'cli', name, run });
  return [
    ...NODES.map((node) =>
      testCase(node.replace('-', ' '), () => enrollsAFile(runs(node, peers.runtime(node)))),
    ),
    testCase('killed at ten random moments', () =>
      survivesKills(runs('killed', process.execPath), { kills: 10, seed: 1 + (Date.now() % 1_000_000) }),
    ),
    testCase('100,000 rows', () =>
      enrollsMany(runs('many', process.execPath), { count: 100_000, most: 150 }),
    ),
  ];
}
