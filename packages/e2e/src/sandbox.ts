// A machine that knows nothing of ours: a home of its own whose package managers know one registry, the one on loopback, and a
// proxy for every other connection that lets nothing through and writes down where it wanted to go.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { Peers } from './peers.ts';
import { SCOPE } from './registry.ts';

export interface Sandbox {
  /** The environment of everything that installs or publishes: nothing of ours leaks in. */
  env: NodeJS.ProcessEnv;
  /** An empty directory, under no workspace. */
  directory(name: string): string;
  /** Hosts that something tried to reach other than by loopback. */
  blockedHosts(): string[];
}

export async function createSandbox(peers: Peers, registry: string, base: string): Promise<Sandbox> {
  const home = join(base, 'home');
  const proxy = await startBlockingProxy();
  mkdirSync(home);
  writeFileSync(join(home, '.npmrc'), npmrc(registry));
  writeFileSync(join(home, '.yarnrc.yml'), JSON.stringify(yarnrc(registry, home)));
  return {
    env: {
      // Node itself comes from the directory of the one that runs this.
      PATH: [dirname(process.execPath), peers.bin, '/usr/bin', '/bin'].join(':'),
      HOME: home,
      CI: 'true',
      NO_COLOR: '1',
      DENO_NO_UPDATE_CHECK: '1',
      // The machine's global configuration might name another registry.
      npm_config_globalconfig: join(home, 'no-global-npmrc'),
      npm_config_userconfig: join(home, '.npmrc'),
      npm_config_store_dir: join(home, 'pnpm-store'),
      ...proxyVariables(proxy.url),
    },
    directory: (name) => {
      const path = join(base, name);
      mkdirSync(path, { recursive: true });
      return path;
    },
    blockedHosts: proxy.blockedHosts,
  };
}

/** Publishing wants a token, whatever it is. */
function npmrc(registry: string): string {
  return [
    `registry=${registry}`,
    `${SCOPE}:registry=${registry}`,
    `${registry.replace('http:', '')}:_authToken=anyone`,
    'audit=false',
    'fund=false',
    'update-notifier=false',
    '',
  ].join('\n');
}

function yarnrc(registry: string, home: string): object {
  return {
    npmRegistryServer: registry,
    unsafeHttpWhitelist: ['127.0.0.1'],
    globalFolder: join(home, 'yarn'),
    enableTelemetry: false,
    // Berry keeps packages out until they are a day old; these are minutes old.
    npmMinimalAgeGate: 0,
    enableImmutableInstalls: false,
  };
}

function proxyVariables(url: string): NodeJS.ProcessEnv {
  const variables = { HTTP_PROXY: url, HTTPS_PROXY: url, NO_PROXY: '127.0.0.1,localhost' };
  const lowerCase = Object.entries(variables).map(([name, value]) => [name.toLowerCase(), value]);
  return { ...variables, ...Object.fromEntries(lowerCase) };
}

async function startBlockingProxy(): Promise<{ url: string; blockedHosts(): string[] }> {
  const hosts: string[] = [];
  const server = createServer((request, response) => {
    hosts.push(request.url ?? '');
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    hosts.push(request.url ?? '');
    // Whoever wanted to go there may be gone before the answer.
    socket.on('error', () => {});
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, blockedHosts: () => [...hosts] };
}
