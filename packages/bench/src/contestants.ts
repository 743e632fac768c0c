// Who is measured: an adapter each in peers/, bundled by esbuild, so that size and speed are of the same code.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

export type Call = (body: object) => Promise<unknown>;

export interface Contestant {
  name: string;
  /** Of the minified bundle, gzipped, in bytes. */
  size: number;
  /** Makes a client and returns a function that makes one enrollment call with it. */
  createCall(baseUrl: string): Call;
}

const PEERS = join(import.meta.dirname, '..', 'peers');
const BUNDLES = join(PEERS, 'bundles');
const DOCUMENT = fileURLToPath(import.meta.resolve('@agentsource/spec/openapi.json'));
export const NAMES = [
  'fetch',
  'agentsource',
  'openapi-fetch',
  'hey-api',
  'ky',
  'ofetch',
  'axios',
  'openai',
] as const;

/** Installs the peers if they are not there yet: with npm, from their own lockfile, without running any install script. */
export function installPeers(log: (line: string) => void): void {
  if (!isInstalled()) {
    log('installing the peers (once; packages/bench/peers)');
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: PEERS,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  const generator = join(PEERS, 'node_modules', '@hey-api', 'openapi-ts', 'bin', 'run.js');
  const options = ['-i', DOCUMENT, '-o', 'generated', '-c', '@hey-api/client-fetch', '--no-log-file'];
  execFileSync(process.execPath, [generator, ...options], {
    cwd: PEERS,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Whether node_modules is of the lockfile as it stands. */
function isInstalled(): boolean {
  const wanted = JSON.parse(readFileSync(join(PEERS, 'package-lock.json'), 'utf8')).packages;
  const hidden = join(PEERS, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const installed = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.keys(installed).every((path) => installed[path].version === wanted[path]?.version);
}

interface Esbuild {
  build(options: object): Promise<{ outputFiles: { text: string }[] }>;
}

function esbuild(): Esbuild {
  return createRequire(join(PEERS, 'package.json'))('esbuild') as Esbuild;
}

/** Bytes of `code`, bundled for a browser, minified and gzipped. */
async function bundledSize(code: string): Promise<number> {
  const { outputFiles } = await esbuild().build({
    stdin: { contents: code, resolveDir: PEERS },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
  });
  return gzipSync(outputFiles[0]?.text ?? '', { level: 9 }).length;
}

export async function loadContestants(): Promise<Contestant[]> {
  rmSync(BUNDLES, { recursive: true, force: true });
  const contestants: Contestant[] = [];
  for (const name of NAMES) {
    const outfile = await bundleForNode(name);
    const { createCall } = (await import(pathToFileURL(outfile).href)) as Pick<Contestant, 'createCall'>;
    const size = await bundledSize(`export * from './${name}.js'`);
    contestants.push({ name, size, createCall });
  }
  return contestants;
}

/** Bundles an adapter to run here; packages that differ by platform, like axios, take their Node side. */
export async function bundleForNode(name: string): Promise<string> {
  const outfile = join(BUNDLES, `${name}.mjs`);
  await esbuild().build({
    entryPoints: [join(PEERS, `${name}.js`)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // What is CommonJS inside still asks for Node's modules by `require`.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return outfile;
}
