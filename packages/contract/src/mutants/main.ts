// `pnpm --filter @agentsource/contract mutants`: how many single-fact changes of the served document turn the suite red.
import { deriveSuite } from '../derive/suite.ts';
import { runSuite } from '../run.ts';
import { DOCUMENT, readSubject } from '../subject.ts';
import { describeFailure } from '../table.ts';
import { openTarget } from '../target.ts';
import { mutantsOf } from './mutants.ts';
import { type MutantResult, runMutant } from './run.ts';

const suite = deriveSuite(readSubject(DOCUMENT));
const own = await openTarget(suite.subject, undefined);
const red = (await runSuite(suite, own.url)).find(({ verdict }) => verdict.outcome === 'failed');
if (red) throw new Error(`the suite is red without any change: ${describeFailure(red)}`);

const mutants = mutantsOf(suite.subject.document);
const tallies = new Map<string, Map<MutantResult['status'], number>>();
const unkilled: string[] = [];
for (const [index, mutant] of mutants.entries()) {
  if (process.stderr.isTTY) process.stderr.write(`\r${index + 1}/${mutants.length} `);
  const { status } = await runMutant(suite, mutant, own.url);
  for (const key of [`${mutant.side} ${mutant.fact}`, `${mutant.side} in all`]) {
    const tally = tallies.get(key) ?? new Map();
    tallies.set(key, tally.set(status, (tally.get(status) ?? 0) + 1));
  }
  if (status === 'indistinguishable' || status === 'survived') {
    unkilled.push(`${mutant.side}, ${status}: ${mutant.pointer} ${mutant.fact}: ${mutant.what}`);
  }
}
await own.close();

for (const [key, tally] of [...tallies].sort()) {
  console.log(`${key.padEnd(32)} ${[...tally].map(([status, count]) => `${count} ${status}`).join(', ')}`);
}
console.log(`\n${unkilled.sort().join('\n')}`);
console.log(`\n${mutants.length} changes, ${mutants.length - unkilled.length} turn the suite red`);
