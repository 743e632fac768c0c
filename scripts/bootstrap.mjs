// `npm start` and `npm test` on a machine that has only Node >= 18.12 and npm: gets pnpm, installs, then hands over to the
// script of the same name with "bootstrapped:" before it. Plain JavaScript, since nothing is installed yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runPnpm } from './pnpm.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [, , task, ...taskArguments] = process.argv;

/** The oldest Node that every tool of the workspace runs on, for hosts where the packaged one does not run. */
const FALLBACK_NODE = 24;

// Ctrl-C reaches the whole process group; this process waits for its child and then ends with it.
process.on('SIGINT', () => {});

if (!isInstalled()) {
  process.stderr.write('Installing the toolchain and the dependencies…\n');
}
pnpm(['install', '--frozen-lockfile', '--reporter=silent'], ['install', '--frozen-lockfile']);
useHostNodeWherePackagedDoesNotRun();
pnpm(['--silent', 'run', `bootstrapped:${task}`, ...taskArguments]);

function isInstalled() {
  return existsSync(join(root, 'node_modules', '.modules.yaml'));
}

/** Runs the pinned pnpm; with `again`, a failed quiet run is repeated aloud so that its reason is seen. */
function pnpm(quiet, again) {
  const options = { cwd: root, env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' } };
  if (runPnpm(quiet, options) === 0) return;
  const status = again ? runPnpm(again, options) : 1;
  if (status !== 0) process.exit(status);
}

/** musl, a missing libatomic, a platform without a package: fall back to the Node that is there, if it is recent enough. */
function useHostNodeWherePackagedDoesNotRun() {
  const packaged = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  const runs = spawnSync(packaged, ['--version'], { shell: process.platform === 'win32' }).status === 0;
  if (runs) return linkPackagedNode();
  if (Number.parseInt(process.versions.node, 10) < FALLBACK_NODE) {
    fail(
      `the packaged Node does not run on this machine (${process.platform} ${process.arch}), and the Node that is here, ` +
        `${process.version}, is too old to stand in. Install Node ${FALLBACK_NODE} or newer and run this again.`,
    );
  }
  for (const suffix of ['', '.cmd', '.ps1'])
    rmSync(join(root, 'node_modules', '.bin', `node${suffix}`), { force: true });
  process.stderr.write(`The packaged Node does not run here; using ${process.version} of this machine.\n`);
}

/** pnpm puts a shell script in its place, which keeps signals to itself: what is to end would go on. */
function linkPackagedNode() {
  if (process.platform === 'win32') return;
  const modules = join(root, 'node_modules');
  const name = readdirSync(modules).find((entry) => /^node-(bin-)?(linux|darwin)-/.test(entry));
  if (!name) return;
  rmSync(join(modules, '.bin', 'node'), { force: true });
  symlinkSync(join('..', name, 'bin', 'node'), join(modules, '.bin', 'node'));
}

function fail(message) {
  process.stderr.write(`agentsource: ${message}\n`);
  process.exit(1);
}
