// A real registry on loopback with throw-away storage: our scope lives in it alone, everything else passes through to the
// registry that this machine is configured for.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstAnswer, freePort } from './free-port.ts';
import type { Peers } from './peers.ts';
import { runOk, serve } from './processes.ts';

export interface Registry {
  url: string;
  /** Every request that reached it, in order. */
  requests(): RegistryRequest[];
}

interface RegistryRequest {
  method: string;
  url: string;
  status: number;
}

export const SCOPE = '@agentsource';

export async function startRegistry(peers: Peers, directory: string): Promise<Registry> {
  const upstream = (
    await runOk('npm', ['config', 'get', 'registry'], { cwd: directory, env: process.env })
  ).trim();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const log = join(directory, 'registry.log');
  const config = join(directory, 'registry.yaml');
  writeFileSync(log, '');
  // JSON is YAML.
  writeFileSync(
    config,
    JSON.stringify({
      storage: join(directory, 'storage'),
      uplinks: { machine: { url: upstream, maxage: '1h', timeout: '60s' } },
      packages: {
        [`${SCOPE}/*`]: { access: '$all', publish: '$all', unpublish: false },
        '**': { access: '$all', publish: false, proxy: 'machine' },
      },
      web: { enable: false },
      max_body_size: '50mb',
      log: { type: 'file', path: log, format: 'json', level: 'http' },
    }),
  );
  const server = serve(process.execPath, [peers.script('verdaccio'), '--config', config, '--listen', url], {
    cwd: directory,
    env: process.env,
  });
  await firstAnswer(`${url}-/ping`, server.output);
  return { url, requests: () => readLog(log) };
}

/** The log has a line when a request comes in and one, with the status, when it has been answered. */
function readLog(path: string): RegistryRequest[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { request?: { method: string; url: string }; status?: number })
    .flatMap(({ request, status }) => (request && status ? [{ ...request, status }] : []));
}
