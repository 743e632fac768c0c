// Type-checks every package of the workspace in one run of TypeScript 7, which reads once what all of them import. Another run looks
// only at what has changed since.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const workspace = join(import.meta.dirname, '..', '..');
const projects = globSync(
  ['spec', 'scripts', 'packages/*', 'examples/*'].map((place) => `${place}/tsconfig.json`),
  { cwd: workspace },
).sort();

const tsc = fileURLToPath(new URL('./bin/tsc', import.meta.resolve('typescript/package.json')));
// More projects at once take up to twice the memory, and from what runs beside them as much time as they save.
const limits = ['--builders', '1', '--checkers', '1'];
const { status } = spawnSync(process.execPath, [tsc, '--build', '--incremental', ...limits, ...projects], {
  cwd: workspace,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
