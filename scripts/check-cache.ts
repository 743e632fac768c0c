// Proves, on a tree whose tests just ran, that turbo's cache can be trusted: nothing changed → all cached; an output deleted →
// it comes back; the document or a rule that reads it touched → whatever follows from it runs again.
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface DryRun {
  tasks: { taskId: string; command: string; cache: { status: 'HIT' | 'MISS' } }[];
}

const root = join(import.meta.dirname, '..');
const TASKS = ['build', 'generate', 'typecheck', 'test'];
/** These read files of other packages, or of none, and are therefore never cached. */
const NEVER_CACHED = ['@agentsource/docs#test', '@agentsource/e2e#test', '@agentsource/tooling#typecheck'];
const FOLLOWS_FROM_THE_DOCUMENT = [
  'types#generate',
  'types#build',
  'client#generate',
  'client#build',
  'client#test',
  'cli#generate',
  'mock#build',
  'contract#test',
];

checkNothingChanged();
checkDeletedOutputComesBack('packages/types/dist/index.d.ts');
checkDeletedOutputComesBack('spec/dist/openapi.json');
checkTouchRunsAgain('spec/overlays/20-documented-facts.yaml', FOLLOWS_FROM_THE_DOCUMENT);
checkTouchRunsAgain('spec/source.json', FOLLOWS_FROM_THE_DOCUMENT);
checkTouchRunsAgain('packages/openapi/src/normalise/nullable.ts', [
  'spec#build',
  'diff#test',
  'scripts#test',
  ...FOLLOWS_FROM_THE_DOCUMENT,
]);
checkTouchRunsAgain('packages/codegen/src/aliases.ts', [
  'types#generate',
  'types#build',
  'client#generate',
  'cli#generate',
  'diff#test',
]);

function checkNothingChanged(): void {
  const missed = misses();
  if (missed.length > 0) fail(`nothing changed, yet these would run again: ${missed.join(', ')}`);
  console.log('nothing changed: everything is cached');
}

function checkDeletedOutputComesBack(path: string): void {
  const file = join(root, path);
  rmSync(join(file, '..'), { recursive: true });
  turbo(['run', 'build', '--output-logs=errors-only']);
  if (!existsSync(file)) fail(`${path} was deleted and did not come back`);
  console.log(`${path} deleted: it came back`);
}

function checkTouchRunsAgain(path: string, following: readonly string[]): void {
  const file = join(root, path);
  const before = readFileSync(file);
  try {
    appendFileSync(file, '\n');
    const missed = misses();
    const stale = following.filter((task) => !missed.includes(`@agentsource/${task}`));
    if (stale.length > 0) fail(`${path} was touched, yet these would not run again: ${stale.join(', ')}`);
  } finally {
    writeFileSync(file, before);
  }
  console.log(`${path} touched: what follows from it would run again`);
}

/** The tasks that turbo would run rather than take from its cache. */
function misses(): string[] {
  const { tasks } = JSON.parse(turbo(['run', ...TASKS, '--dry=json'])) as DryRun;
  return tasks
    .filter(({ command, cache }) => command !== '<NONEXISTENT>' && cache.status === 'MISS')
    .map(({ taskId }) => taskId)
    .filter((taskId) => !NEVER_CACHED.includes(taskId));
}

function turbo(turboArguments: string[]): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts', 'turbo.mjs'), ...turboArguments],
    { cwd: root, encoding: 'utf8', maxBuffer: 1e9 },
  );
  if (status !== 0) fail(`turbo ${turboArguments.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
