// A bump of a test's tree as spec:bump does it, but for turbo.
import { inThisProcess } from '@agentsource/openapi/testing';
import { type BumpOptions, type BumpResult, bump } from '../../src/bump/bump.ts';
import { silent } from '../../src/bump/progress.ts';
import { generateOnly } from './tree.ts';

/** Work on the document is done in this process, which is quicker, unless an option says otherwise. */
export function bumpTree(
  root: string,
  sources: readonly string[],
  options: Partial<BumpOptions> = {},
): Promise<BumpResult> {
  return bump({
    root,
    sources,
    dryRun: false,
    allowDowngrade: false,
    allowDirty: false,
    today: '2027-01-02',
    verify: generateOnly,
    isolate: inThisProcess,
    progress: silent,
    ...options,
  });
}
