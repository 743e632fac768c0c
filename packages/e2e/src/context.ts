// What the test cases work with once the packages are published: the registry, a project that has them, and a running mock.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './consumer.ts';
import { startMockByNpx, weightOfMock } from './npx.ts';
import { installPeers, type Peers } from './peers.ts';
import type { Running } from './processes.ts';
import { copyRepository, type Published, releaseByWorkflow, specifiers } from './publish.ts';
import { type Registry, startRegistry } from './registry.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';

export interface Context {
  peers: Peers;
  registry: Registry;
  sandbox: Sandbox;
  published: Published[];
  /** The copy of the repository that the release was made from. */
  repository: string;
  /** A project into which npm installed every published package. */
  project: string;
  /** Where the published mock answers. */
  mockUrl: string;
  mock: Running;
}

/** Runs an action that everything after it needs, as a case of its own whose detail is made from what it gives. */
export type Step = <T>(
  kind: string,
  name: string,
  action: () => Promise<T>,
  detail?: (value: T) => string,
) => Promise<T>;

const cache = join(import.meta.dirname, '..', 'node_modules', '.cache');

/** Publishes into an empty directory. */
export async function createContext(base: string, step: Step): Promise<Context> {
  const peers = await step('setup', 'package managers, compilers, runtimes', () => installPeers(cache));
  const directory = (name: string) => {
    mkdirSync(join(base, name));
    return join(base, name);
  };
  const registry = await step(
    'setup',
    'registry',
    () => startRegistry(peers, directory('registry')),
    () => `Verdaccio ${peers.version('verdaccio')}`,
  );
  const sandbox = await createSandbox(peers, registry.url, base);
  const repository = directory('repository');
  await step('publish', 'copy of the repository', () => copyRepository(peers, repository));
  const published = await step(
    'publish',
    'changeset version, release:pack, release:publish',
    () => releaseByWorkflow(peers, sandbox, repository),
    (released) => specifiers(released).join(' '),
  );
  const project = directory('project');
  await step('publish', 'npm install of all packages', () => install({ peers, sandbox }, project, published));
  const { url: mockUrl, server: mock } = await step(
    'npx',
    '@agentsource/mock from an empty directory',
    () => startMockByNpx(peers, sandbox, published),
    () => weightOfMock(sandbox),
  );
  return { peers, registry, sandbox, published, repository, project, mockUrl, mock };
}
