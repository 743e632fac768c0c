// `pnpm test`: regenerates, type-checks and runs every package's tests through turbo, then adds up the reports of vitest.
// The last line, "N passed, N failed", is what CI reads.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface PackageJson {
  name: string;
  scripts?: Record<string, string>;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  success: boolean;
}

const root = join(import.meta.dirname, '..');
const tested = globSync(
  ['spec', 'scripts', 'packages/*', 'examples/*'].map((place) => `${place}/package.json`),
  { cwd: root },
)
  .sort()
  .map((path) => ({
    directory: join(root, dirname(path)),
    manifest: readJson<PackageJson>(join(root, path)),
  }))
  .filter(({ manifest }) => manifest.scripts?.test !== undefined);

// A report from an earlier run must never stand in for one that this run failed to write.
for (const { directory } of tested) rmSync(join(directory, 'reports'), { recursive: true, force: true });

const turbo = spawnSync(
  process.execPath,
  [
    join(root, 'scripts', 'turbo.mjs'),
    'run',
    'typecheck',
    'test',
    '--continue',
    '--output-logs=new-only',
    '--log-order=grouped',
  ],
  { cwd: root, stdio: 'inherit' },
);

let passed = 0;
let failed = 0;
let skipped = 0;
console.log();
for (const { directory, manifest } of tested) {
  const path = join(directory, 'reports', 'vitest.json');
  if (!existsSync(path)) {
    failed += 1;
    console.log(`${manifest.name.padEnd(24)} no report: its tests did not run to the end`);
    continue;
  }
  const report = readJson<VitestReport>(path);
  // A file that fails to load has no tests to count, but it failed.
  const failures = Math.max(report.numFailedTests, report.success ? 0 : 1);
  passed += report.numPassedTests;
  failed += failures;
  skipped += report.numPendingTests;
  console.log(
    `${manifest.name.padEnd(24)} ${String(report.numPassedTests).padStart(5)} passed, ${failures} failed`,
  );
}
if (turbo.status !== 0 && failed === 0) failed = 1;
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
