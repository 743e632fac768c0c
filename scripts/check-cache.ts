// Proves, on a tree whose tests just ran, that turbo's cache can be trusted: nothing changed → all cached; an output deleted →
// it comes back; an overlay or source.json touched → types, client and contract suite run again.
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface DryRun {
  tasks: { taskId: string; command: string; cache: { status: 'HIT' | 'MISS' } }[];
}

const root = join(import.meta.dirname, '..');
const TASKS = ['build', 'generate', 'typecheck', 'test'];
const AFFECTED_BY_SPEC = [
  'types#generate',
  'types#build',
  'client#generate',
  'client#build',
  'client#test',
  'contract#test',
];

checkNothingChanged();
checkDeletedOutputComesBack(join(root, 'packages', 'types', 'dist', 'index.d.ts'));
checkDeletedOutputComesBack(join(root, 'spec', 'dist', 'openapi.json'));
checkTouchRunsAgain(join(root, 'spec', 'overlays', '20-documented-facts.yaml'));
checkTouchRunsAgain(join(root, 'spec', 'source.json'));

function checkNothingChanged(): void {
  const missed = misses();
  if (missed.length > 0) fail(`nothing changed, yet these would run again: ${missed.join(', ')}`);
  console.log('nothing changed: everything is cached');
}

function checkDeletedOutputComesBack(file: string): void {
  rmSync(join(file, '..'), { recursive: true });
  turbo(['run', 'build', '--output-logs=errors-only']);
  if (!existsSync(file)) fail(`${file} was deleted and did not come back`);
  console.log(`${file.slice(root.length + 1)} deleted: it came back`);
}

function checkTouchRunsAgain(file: string): void {
  const before = readFileSync(file);
  try {
    appendFileSync(file, '\n');
    const missed = misses();
    const stale = AFFECTED_BY_SPEC.filter((task) => !missed.includes(`@agentsource/${task}`));
    if (stale.length > 0) fail(`${file} was touched, yet these would not run again: ${stale.join(', ')}`);
  } finally {
    writeFileSync(file, before);
  }
  console.log(`${file.slice(root.length + 1)} touched: types, client and contract suite would run again`);
}

/** The tasks that turbo would run rather than take from its cache. */
function misses(): string[] {
  const { tasks } = JSON.parse(turbo(['run', ...TASKS, '--dry=json'])) as DryRun;
  return tasks
    .filter(({ command, cache }) => command !== '<NONEXISTENT>' && cache.status === 'MISS')
    .map(({ taskId }) => taskId);
}

function turbo(turboArguments: string[]): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts', 'turbo.mjs'), ...turboArguments],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1e9,
    },
  );
  if (status !== 0) fail(`turbo ${turboArguments.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
