// Gets what the matrix runs against (package managers, compilers, runtimes, the registry) and says where each of them is.
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '@agentsource/openapi/hash';
import { runOk } from './processes.ts';
import { Unavailable } from './test-case.ts';

const source = join(import.meta.dirname, '..', 'peers');

export interface Peers {
  /** A script that Node runs, by package and the name of its command: `['pnpm', 'pnpm']`. */
  script(packageName: string, command?: string): string;
  /** A runtime's executable; throws `Unavailable` where the registry has none for this platform. */
  runtime(name: Runtime): string;
  version(packageName: string): string;
  /** The directory of a package. */
  directory(packageName: string): string;
  /** Where the commands of all peers are linked. */
  bin: string;
}

export type Runtime =
  | 'node-20.3'
  | 'node-20'
  | 'node-22'
  | 'node-24'
  | 'node-26'
  | 'bun'
  | 'deno'
  | 'workerd';

/** Which package has which runtime's executable where, for the one platform whose packages are listed in peers/package.json. */
const RUNTIMES: Record<Runtime, [packageName: string, executable: string]> = {
  'node-20.3': ['node-20.3-linux-x64', 'bin/node'],
  'node-20': ['node-20-linux-x64', 'bin/node'],
  'node-22': ['node-22-linux-x64', 'bin/node'],
  'node-24': ['node-24-linux-x64', 'bin/node'],
  'node-26': ['node-26-linux-x64', 'bin/node'],
  bun: ['bun-linux-x64', 'bin/bun'],
  deno: ['@deno/linux-x64-glibc', 'deno'],
  workerd: ['@cloudflare/workerd-linux-64', 'bin/workerd'],
};

/** Installs the peers with the npm of the machine, unless this very set is there from an earlier run. */
export async function installPeers(cache: string): Promise<Peers> {
  const lock = readFileSync(join(source, 'package-lock.json'));
  const directory = join(cache, sha256(lock).slice(0, 16));
  if (!existsSync(directory)) {
    const half = `${directory}.${process.pid}`;
    mkdirSync(half, { recursive: true });
    for (const file of ['package.json', 'package-lock.json'])
      copyFileSync(join(source, file), join(half, file));
    try {
      await runOk('npm', ['ci', '--ignore-scripts', '--loglevel=error'], {
        cwd: half,
        env: process.env,
        timeout: 400_000,
      });
      renameSync(half, directory);
    } finally {
      rmSync(half, { recursive: true, force: true });
    }
  }
  return locate(directory);
}

function locate(directory: string): Peers {
  const modules = join(directory, 'node_modules');
  const manifest = (packageName: string) =>
    JSON.parse(readFileSync(join(modules, packageName, 'package.json'), 'utf8')) as {
      version: string;
      bin: string | Record<string, string>;
    };
  return {
    bin: join(modules, '.bin'),
    version: (packageName) => manifest(packageName).version,
    directory: (packageName) => join(modules, packageName),
    script: (packageName, command = packageName) => {
      const { bin } = manifest(packageName);
      const script = typeof bin === 'string' ? bin : bin[command];
      if (script === undefined) throw new Error(`${packageName} has no command "${command}"`);
      return join(modules, packageName, script);
    },
    runtime: (name) => {
      const [packageName, executable] = RUNTIMES[name];
      const path = join(modules, packageName, executable);
      if (!existsSync(path))
        throw new Unavailable(`peers/package.json lists no ${name} for ${process.platform} ${process.arch}`);
      return path;
    },
  };
}
