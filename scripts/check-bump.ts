// Proves the bump on this very tree without changing it: a successor of the vendored document goes through all of
// `spec:bump --dry-run`, and a damaged one is refused. Run it as `pnpm check:bump`: turbo needs pnpm on the PATH.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { parseOpenApi } from '@agentsource/openapi/read';
import { readSources } from '@agentsource/openapi/sources';
import { operationsOf } from '@agentsource/openapi/walk';
import type { BumpJson } from './src/bump/report.ts';

const root = join(import.meta.dirname, '..');
const { document } = readSources(join(root, 'spec'));
const vendored = readFileSync(join(root, 'spec', document.file), 'utf8');
const before = gitStatus();

const { severity, changes } = JSON.parse(
  bump(successorOf(parseOpenApi(vendored, document.file)), 0),
) as BumpJson;
const kinds = changes.map(({ kind }) => kind);
if (severity !== 'feature' || !kinds.includes('operation-added')) {
  fail(`an operation was added, but the verdict is ${severity}: ${kinds.join(', ')}`);
}
console.log(
  'a successor of the vendored document: judged, generated, compiled, run through the contract suite',
);
bump(vendored.slice(0, -100).replace('paths', 'path'), 2);
console.log('a damaged document: refused');
if (gitStatus() !== before) fail(`the tree has changed:\n${gitStatus()}`);
console.log('the tree: as it was');

/** A later version, with one of the operations once more on a path of its own. */
function successorOf(old: OpenApiDocument): string {
  const [place] = operationsOf(old);
  if (!place) return fail('the vendored document has no operation');
  const { operation, method, path } = place;
  return JSON.stringify({
    ...old,
    info: { ...old.info, version: `${old.info.version}.1` },
    paths: {
      ...old.paths,
      [`${path}/again`]: { [method]: { ...operation, operationId: `${operation.operationId}_again` } },
    },
  });
}

function bump(source: string, expected: number): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts', 'spec-bump.ts'), '--dry-run', '--json', '-'],
    { input: source, encoding: 'utf8', maxBuffer: 1e9 },
  );
  if (status !== expected) fail(`spec:bump exited with ${status} instead of ${expected}:\n${stderr}`);
  return stdout;
}

function gitStatus(): string {
  return spawnSync('git', ['status', '--porcelain', '--untracked-files=all'], { cwd: root, encoding: 'utf8' })
    .stdout;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
