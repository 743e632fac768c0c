// Proof that our scope was published to, and fetched from, the registry on loopback alone.
import type { Cell } from '../cell.ts';
import { run } from '../processes.ts';
import { SCOPE } from '../registry.ts';
import type { World } from '../world.ts';

/** To be run last, when everything else has been installed and published. */
export function registryCell(world: World): Cell {
  return {
    kind: 'registry',
    name: 'nothing but ours was addressed',
    run: async () => {
      const { registry, stranger } = world;
      const elsewhere = stranger.trapped();
      if (elsewhere.length > 0)
        throw new Error(`something tried to reach ${[...new Set(elsewhere)].join(', ')}`);
      await checkTrap(world);
      const ours = registry.requests().filter(({ url }) => decodeURIComponent(url).startsWith(`/${SCOPE}/`));
      const puts = ours.filter(({ method, status }) => method === 'PUT' && status === 201);
      if (puts.length === 0) throw new Error('its log has no publication');
      return `${puts.length} publications, ${ours.length} requests for ${SCOPE} in its log`;
    },
  };
}

/** A trap that catches nothing proves nothing. */
async function checkTrap({ peers, stranger }: World): Promise<void> {
  const args = ['view', 'anything', '--registry', 'http://registry.invalid/', '--fetch-retries', '0'];
  await run(process.execPath, [peers.script('npm'), ...args], {
    cwd: stranger.env.HOME ?? '',
    env: stranger.env,
  });
  if (!stranger.trapped().some((host) => host.includes('registry.invalid'))) {
    throw new Error('a request to another registry was not noticed, so nothing is proven');
  }
}
