// What the cells work with once the packages are published: the registry, a project that has them, and a running mock.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './consumer.ts';
import { startMockByNpx, weightOfMock } from './npx.ts';
import { installPeers, type Peers } from './peers.ts';
import type { Running } from './processes.ts';
import { copyRepository, type Published, release } from './publish.ts';
import { type Registry, startRegistry } from './registry.ts';
import { becomeStranger, type Stranger } from './stranger.ts';

export interface World {
  peers: Peers;
  registry: Registry;
  stranger: Stranger;
  published: Published[];
  /** The copy of the repository that the release was made from. */
  repository: string;
  /** A project into which npm installed every published package. */
  project: string;
  /** Where the published mock answers. */
  mockUrl: string;
  mock: Running;
}

/** Runs an action that everything after it needs, as a cell of its own whose detail is made from what it gives. */
export type Step = <T>(
  kind: string,
  name: string,
  action: () => Promise<T>,
  detail?: (value: T) => string,
) => Promise<T>;

const cache = join(import.meta.dirname, '..', 'node_modules', '.cache');

/** Publishes into an empty directory. */
export async function createWorld(base: string, step: Step): Promise<World> {
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
  const stranger = await becomeStranger(peers, registry.url, base);
  const repository = directory('repository');
  await step('publish', 'copy of the repository', () => copyRepository(peers, repository));
  const packages = await step(
    'publish',
    'changeset version, pnpm release',
    () => release(peers, stranger, repository),
    (released) => published({ published: released }).join(' '),
  );
  const project = directory('project');
  await step('publish', 'npm install of all packages', () =>
    install({ peers, stranger }, project, published({ published: packages })),
  );
  const { url: mockUrl, server: mock } = await step(
    'npx',
    '@agentsource/mock from an empty directory',
    () => startMockByNpx(peers, stranger, packages),
    () => weightOfMock(stranger),
  );
  return { peers, registry, stranger, published: packages, repository, project, mockUrl, mock };
}

/** `@agentsource/types@0.1.0 …`, as a package manager takes them. */
export function published({ published }: Pick<World, 'published'>): string[] {
  return published.map(({ name, version }) => `${name}@${version}`);
}
