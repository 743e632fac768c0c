// A bump in a process of its own, to be killed: `node run-bump.ts <root> <source> [apart]`. With `apart` its work on the document is
// done in further processes, as spec:bump does it.
import { isolate } from '@agentsource/openapi/isolate';
import { inThisProcess } from '@agentsource/openapi/testing';
import { bump } from '../../src/bump/bump.ts';
import { generateOnly } from './tree.ts';

const [root = '', source = '', apart] = process.argv.slice(2);
await bump({
  root,
  sources: [source],
  dryRun: false,
  allowDowngrade: false,
  today: '2027-01-02',
  verify: generateOnly,
  isolate: apart ? isolate : inThisProcess,
  progress: (step) => process.stdout.write(`${step}\n`),
});
