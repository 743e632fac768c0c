// `pnpm --filter @agentsource/contract mutants`: how many single-fact changes of the served document turn the suite red.
import { deriveSuite } from '../derive/cases.ts';
import { DOCUMENT, readSubject } from '../document.ts';
import { runSuite } from '../run.ts';
import { describeFailure } from '../table.ts';
import { openTarget } from '../target.ts';
import { mutantsOf } from './mutations.ts';
import { type Fate, fateOf } from './run.ts';

const suite = deriveSuite(readSubject(DOCUMENT));
const own = await openTarget(suite.subject, undefined);
const red = (await runSuite(suite, own.url)).find(({ verdict }) => verdict.outcome === 'failed');
if (red) throw new Error(`the suite is red without any change: ${describeFailure(red)}`);

const mutants = mutantsOf(suite.subject.document);
const tallies = new Map<string, Map<Fate['fate'], number>>();
const unkilled: string[] = [];
for (const [index, mutant] of mutants.entries()) {
  if (process.stderr.isTTY) process.stderr.write(`\r${index + 1}/${mutants.length} `);
  const { fate } = await fateOf(suite, mutant, own.url);
  for (const key of [`${mutant.side} ${mutant.fact}`, `${mutant.side} in all`]) {
    const tally = tallies.get(key) ?? new Map();
    tallies.set(key, tally.set(fate, (tally.get(fate) ?? 0) + 1));
  }
  if (fate === 'indistinguishable' || fate === 'survived') {
    unkilled.push(`${mutant.side}, ${fate}: ${mutant.pointer} ${mutant.fact}: ${mutant.what}`);
  }
}
await own.close();

for (const [key, tally] of [...tallies].sort()) {
  console.log(`${key.padEnd(32)} ${[...tally].map(([fate, count]) => `${count} ${fate}`).join(', ')}`);
}
console.log(`\n${unkilled.sort().join('\n')}`);
console.log(`\n${mutants.length} changes, ${mutants.length - unkilled.length} turn the suite red`);
