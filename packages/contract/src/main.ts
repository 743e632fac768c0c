// `pnpm contract`: derives the cases, runs them, prints the coverage table; exit 1 when a case fails.
import { describeChains, runChains } from './chains/chains.ts';
import { deriveSuite } from './derive/suite.ts';
import { runSuite } from './run.ts';
import { DOCUMENT, readSubject } from './subject.ts';
import { report } from './table.ts';
import { openTarget } from './target.ts';

if (process.argv.includes('--help')) {
  console.log(
    'pnpm contract: runs the contract suite and prints what it covers. CONTRACT_BASE_URL=http://127.0.0.1:<port>',
  );
  console.log(
    'lets it ask a Prism that already runs on this machine; otherwise it starts a mock of its own.',
  );
  process.exit();
}

try {
  const suite = deriveSuite(readSubject(DOCUMENT));
  const target = await openTarget(suite.subject, process.env.CONTRACT_BASE_URL);
  const { text, isGreen } = await runSuite(suite, target.url, target)
    .then((outcomes) => report(suite, outcomes))
    .finally(() => target.close());
  const chains = process.env.CONTRACT_BASE_URL === undefined ? await runChains(suite) : undefined;
  console.log([text, ...describeChains(suite, chains)].join('\n'));
  // What the stateful mock makes of a new document stops no bump: it is adapted by hand, and the tests of the chains insist on it.
  process.exitCode = isGreen ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
