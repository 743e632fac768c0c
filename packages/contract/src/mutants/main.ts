// `pnpm --filter @agentsource/contract mutants`: how many single-fact changes of the served document turn the suite red.
import { deriveSuite } from '../derive/cases.ts';
import { DOCUMENT, readSubject } from '../document.ts';
import { fateOf } from './run.ts';
import { openTarget } from '../target.ts';
import { mutantsOf } from './mutations.ts';

const suite = deriveSuite(readSubject(DOCUMENT));
const own = await openTarget(suite.subject, undefined);
const unchanged = await fateOf(suite, { fact: 'nothing', what: 'unchanged', pointer: '', apply: () => {} }, own.url);
if (unchanged.killedBy !== undefined) throw new Error(`the suite is red without any change: ${unchanged.killedBy}`);
const mutants = mutantsOf(suite.subject.document);
const byFact = new Map<string, { killed: number; total: number }>();
const survivors: string[] = [];
for (const [index, mutant] of mutants.entries()) {
  if (process.stderr.isTTY) process.stderr.write(`\r${index + 1}/${mutants.length} `);
  const { killedBy } = await fateOf(suite, mutant, own.url);
  const tally = byFact.get(mutant.fact) ?? { killed: 0, total: 0 };
  byFact.set(mutant.fact, { killed: tally.killed + (killedBy === undefined ? 0 : 1), total: tally.total + 1 });
  if (killedBy === undefined) survivors.push(`${mutant.pointer} ${mutant.fact}: ${mutant.what}`);
}
await own.close();
for (const [fact, { killed, total }] of [...byFact].sort()) console.log(`${fact.padEnd(22)} ${killed}/${total}`);
console.log(`\nSurvived:\n${survivors.map((line) => `  ${line}`).join('\n')}`);
console.log(`\n${mutants.length - survivors.length}/${mutants.length} changes turn the suite red`);
