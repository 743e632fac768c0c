// A bump in a process of its own, to be killed: `node run-bump.ts <root> <source>`.
import { bump } from '../../src/bump/bump.ts';
import { generateOnly } from './tree.ts';

const [root = '', source = ''] = process.argv.slice(2);
await bump({
  root,
  sources: [source],
  dryRun: false,
  allowDowngrade: false,
  today: '2027-01-02',
  verify: generateOnly,
  progress: (step) => process.stdout.write(`${step}\n`),
});
