// A bump goes into a tree that is as it was committed, so that whoever looks at it afterwards sees the bump alone.
import { spawnSync } from 'node:child_process';
import { PipelineError } from '@agentsource/openapi/errors';

/** @throws {PipelineError} when git knows of something in the tree that is not committed. */
export function refuseDirty(root: string): void {
  const { status, stdout } = spawnSync('git', ['status', '--porcelain', '--untracked-files=all'], {
    cwd: root,
    encoding: 'utf8',
  });
  // No repository, or no git: there is nothing to mix the bump up with.
  if (status !== 0) return;
  const paths = stdout.split('\n').filter((line) => line !== '');
  const [first, ...more] = paths.map((line) => line.slice(3));
  if (first === undefined) return;
  const others = more.length > 0 ? ` and ${more.length} more` : '';
  throw new PipelineError(
    `not committed: ${first}${others}; commit or stash it, or give --allow-dirty to land the bump beside it`,
  );
}
