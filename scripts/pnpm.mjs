// `node scripts/pnpm.mjs <arguments>`: the pnpm of this repository. npm gets it as scripts/pnpm/package-lock.json says, and refuses
// a tarball of another hash. Plain JavaScript for Node >= 18.12, since nothing is installed yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const directory = join(dirname(fileURLToPath(import.meta.url)), 'pnpm');
const modules = join(directory, 'node_modules');
const NPM_CI = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
// What pnpm 10 hands to npm although it is a script of ours: npm would open a page on the web.
const OWN_SCRIPTS = ['docs'];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // Ctrl-C reaches the whole process group; this process waits for its child and then ends with it.
  process.on('SIGINT', () => {});
  process.exitCode = runPnpm(process.argv.slice(2));
}

/** Runs it to its end and gives its exit code. */
export function runPnpm(given, options = {}) {
  const pnpmArguments = OWN_SCRIPTS.includes(given[0]) ? ['run', ...given] : given;
  const env = withPnpm(options.env ?? process.env);
  const script = join(modules, 'pnpm', 'bin', 'pnpm.cjs');
  const { status } = spawnSync(process.execPath, [script, ...pnpmArguments], {
    stdio: 'inherit',
    ...options,
    env,
  });
  return status ?? 1;
}

/** The environment with `pnpm` on its PATH: turbo and scripts start it by that name. */
export function withPnpm(env) {
  if (!isInstalled()) install();
  return { ...env, PATH: [join(modules, '.bin'), env.PATH ?? ''].join(delimiter) };
}

/** npm writes its own lockfile into node_modules when everything else is there. */
function isInstalled() {
  const installed = join(modules, '.package-lock.json');
  return (
    existsSync(installed) && integrityIn(installed) === integrityIn(join(directory, 'package-lock.json'))
  );
}

function integrityIn(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages['node_modules/pnpm']?.integrity;
}

function install() {
  // The npm that started us, where one did; what npm prints is not what our caller prints.
  const starter = process.env.npm_execpath ?? '';
  const [command, ...prefix] = starter.endsWith('npm-cli.js') ? [process.execPath, starter] : ['npm'];
  const { status, error } = spawnSync(command, [...prefix, ...NPM_CI], {
    cwd: directory,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32' && prefix.length === 0,
  });
  if (status === 0) return;
  process.stderr.write(`agentsource: can't get pnpm${error ? `: ${error.message}` : ' (above: why)'}\n`);
  process.exit(1);
}
