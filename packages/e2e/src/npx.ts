// `npx @agentsource/mock` from an empty directory: what it takes to install, that it serves, and that Ctrl-C ends it.
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import type { Peers } from './peers.ts';
import { type Running, serve } from './processes.ts';
import type { Published } from './publish.ts';
import type { Sandbox } from './sandbox.ts';

export interface NpxMock {
  url: string;
  server: Running;
}

export async function startMockByNpx(
  peers: Peers,
  sandbox: Sandbox,
  published: Published[],
): Promise<NpxMock> {
  const mock = published.find(({ name }) => name === '@agentsource/mock');
  if (!mock) throw new Error('@agentsource/mock was not published');
  const port = await freePort();
  const server = serve(
    process.execPath,
    [peers.script('npm', 'npx'), '--yes', `${mock.name}@${mock.version}`, '--port', String(port)],
    { cwd: sandbox.directory('npx'), env: sandbox.env },
  );
  const url = `http://127.0.0.1:${port}`;
  await server.printed(new RegExp(url));
  const warnings = server.output().split('\n').filter(isOfInstalling);
  if (warnings.length > 0) throw new Error(`npx warns:\n${warnings.join('\n')}`);
  const answer = await fetch(`${url}/v1/prospects/events/enrollments`, { method: 'POST' });
  // Without a key and a body it refuses, but it is the one that answers.
  if (answer.status < 400 || answer.status >= 500)
    throw new Error(`the mock answers ${answer.status} to a request without a key`);
  return { url, server };
}

/** Not of what this machine has set for another package manager, which npm warns of whatever it installs. */
function isOfInstalling(line: string): boolean {
  return /\bwarn/i.test(line) && !/Unknown \w+ config/.test(line);
}

/** What installing the mock may bring. */
const MOST = { packages: 12, bytes: 15e6 };

/** How many packages npx installed for the mock, and how large they are together; throws where that is too much. */
export function weightOfMock(sandbox: Sandbox): string {
  const [lock] = globSync('.npm/_npx/*/node_modules/.package-lock.json', { cwd: sandbox.env.HOME ?? '' });
  if (lock === undefined) throw new Error('npx has installed nothing');
  const path = join(sandbox.env.HOME ?? '', lock);
  const { packages } = JSON.parse(readFileSync(path, 'utf8')) as { packages: object };
  const installed = Object.entries(packages as Record<string, { hasInstallScript?: boolean }>);
  const scripts = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([name]) => name);
  if (scripts.length > 0) throw new Error(`npx runs the install scripts of ${scripts.join(', ')}`);
  const files = globSync('**', { cwd: join(path, '..'), withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  const weight = `${installed.length} packages, ${(bytes / 1e6).toFixed(1)} MB unpacked`;
  if (installed.length > MOST.packages || bytes > MOST.bytes) throw new Error(`${weight}: too much`);
  return weight;
}
