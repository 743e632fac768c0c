// pnpm as scripts/pnpm.mjs gets it: by npm, from a registry on this machine, and only with the hash that the lockfile names.
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const scripts = join(import.meta.dirname, '..');

let directory: string;
let server: Server;
let registry: string;
/** What the registry hands out as the tarball. */
let served: Buffer;
let requests = 0;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'pnpm-'));
  server = createServer((request, response) => {
    requests += 1;
    if (request.url?.endsWith('.tgz')) return void response.end(served);
    const dist = { tarball: `${registry}pnpm.tgz` };
    response.end(
      JSON.stringify({ name: 'pnpm', versions: { '1.0.0': { name: 'pnpm', version: '1.0.0', dist } } }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.close();
  rmSync(directory, { recursive: true, force: true });
});

/** A repository whose pnpm is a package that prints what it was asked for. */
function createRepository(name: string, integrity: string): string {
  const root = join(directory, name);
  mkdirSync(join(root, 'scripts', 'pnpm'), { recursive: true });
  cpSync(join(scripts, 'pnpm.mjs'), join(root, 'scripts', 'pnpm.mjs'));
  const dependencies = { pnpm: '1.0.0' };
  const packages = { '': { dependencies }, 'node_modules/pnpm': { version: '1.0.0', integrity } };
  writeJson(join(root, 'scripts/pnpm/package.json'), { dependencies });
  writeJson(join(root, 'scripts/pnpm/package-lock.json'), { lockfileVersion: 3, requires: true, packages });
  return root;
}

function tarball(printed: string): Buffer {
  const files = join(directory, printed, 'package');
  mkdirSync(join(files, 'bin'), { recursive: true });
  writeJson(join(files, 'package.json'), { name: 'pnpm', version: '1.0.0' });
  writeFileSync(join(files, 'bin', 'pnpm.cjs'), `console.log('${printed}', ...process.argv.slice(2));`);
  return execFileSync('tar', ['-czf', '-', '-C', join(files, '..'), 'package']);
}

function writeJson(path: string, value: object): void {
  writeFileSync(path, JSON.stringify(value));
}

function run(root: string, ...args: string[]): Promise<{ code: number | string; output: string }> {
  const { npm_execpath: _npm, ...env } = process.env;
  const npm = {
    npm_config_registry: registry,
    npm_config_cache: join(root, 'cache'),
    npm_config_fetch_retries: '0',
  };
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      [join(root, 'scripts', 'pnpm.mjs'), ...args],
      { env: { ...env, ...npm } },
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, output: stdout + stderr }),
    ),
  );
}

function integrityOf(bytes: Buffer): string {
  return `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
}

test('the lockfile has the version that package.json names, by its hash', () => {
  const json = (path: string) => JSON.parse(readFileSync(join(scripts, path), 'utf8'));
  const { version, integrity } = json('pnpm/package-lock.json').packages['node_modules/pnpm'];
  expect(`pnpm@${version}`).toBe(json('../package.json').packageManager);
  expect(integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
});

test('the tarball of that hash is installed, once', { timeout: 60_000 }, async () => {
  served = tarball('genuine');
  const root = createRepository('same', integrityOf(served));
  expect(await run(root, 'a', 'b')).toEqual({ code: 0, output: 'genuine a b\n' });
  const before = requests;
  expect(await run(root, 'c')).toEqual({ code: 0, output: 'genuine c\n' });
  expect(requests).toBe(before);
  expect(await run(root, 'docs', '--out', 'd')).toEqual({ code: 0, output: 'genuine run docs --out d\n' });
});

test('another tarball is refused, and nothing of it runs', { timeout: 60_000 }, async () => {
  served = tarball('other');
  const root = createRepository('another', integrityOf(tarball('expected')));
  const { code, output } = await run(root, 'a');
  expect(code).toBe(1);
  expect(output).toMatch(/EINTEGRITY/);
  expect(output).toMatch(/^agentsource: can't get pnpm \(above: why\)$/m);
  expect(output).not.toMatch(/^other/m);
  expect(existsSync(join(root, 'scripts/pnpm/node_modules/pnpm'))).toBe(false);
});
