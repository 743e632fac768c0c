// A bump in a process of its own, to be killed: `node run-bump.ts <root> <source> [apart]`. With `apart` its work on the document is
// done in further processes, as spec:bump does it.
import { isolate } from '@agentsource/openapi/isolate';
import { silent } from '../../src/bump/progress.ts';
import { bumpTree } from './bump-tree.ts';

const [root = '', source = '', apart] = process.argv.slice(2);
await bumpTree(root, [source], {
  ...(apart && { isolate }),
  progress: { ...silent, begin: (step) => process.stdout.write(`${step}\n`) },
});
