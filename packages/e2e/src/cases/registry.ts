// Proof that our scope was published to, and fetched from, the registry on loopback alone.

import type { Context } from '../context.ts';
import { run } from '../processes.ts';
import { SCOPE } from '../registry.ts';
import type { TestCase } from '../test-case.ts';

/** To be run last, when everything else has been installed and published. */
export function registryCase(context: Context): TestCase {
  return {
    kind: 'registry',
    name: 'nothing but ours was addressed',
    run: async () => {
      const { registry, sandbox } = context;
      const elsewhere = sandbox.blockedHosts();
      if (elsewhere.length > 0)
        throw new Error(`something tried to reach ${[...new Set(elsewhere)].join(', ')}`);
      await checkProxy(context);
      const ours = registry.requests().filter(({ url }) => decodeURIComponent(url).startsWith(`/${SCOPE}/`));
      const puts = ours.filter(({ method, status }) => method === 'PUT' && status === 201);
      if (puts.length === 0) throw new Error('its log has no publication');
      return `${puts.length} publications, ${ours.length} requests for ${SCOPE} in its log`;
    },
  };
}

/** A proxy that nothing reaches proves nothing. */
async function checkProxy({ peers, sandbox }: Context): Promise<void> {
  const args = ['view', 'anything', '--registry', 'http://registry.invalid/', '--fetch-retries', '0'];
  await run(process.execPath, [peers.script('npm'), ...args], {
    cwd: sandbox.env.HOME ?? '',
    env: sandbox.env,
  });
  if (!sandbox.blockedHosts().some((host) => host.includes('registry.invalid'))) {
    throw new Error('a request to another registry was not noticed, so nothing is proven');
  }
}
