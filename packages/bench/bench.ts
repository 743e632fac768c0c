// `pnpm bench`: size, time per call and heap of the client beside its peers, in one run; prints Markdown tables.
import { parseArgs } from 'node:util';
import { bundleForNode, installPeers, loadContestants, NAMES } from './src/contestants.ts';
import { memoryGained } from './src/memory.ts';
import { measureOverhead } from './src/overhead.ts';
import { startServer } from './src/start-server.ts';

const HELP = `Usage: pnpm bench [--rounds N] [--calls N] [--heap-calls N]

Measures @agentsource/client beside ${NAMES.slice(2).join(', ')} and plain fetch.
The first run installs these into packages/bench/peers.

  --rounds N      interleaved rounds (default 400)
  --calls N       calls each makes in one round (default 50)
  --heap-calls N  calls before memory is compared, and ten times as many ids enrolled (default 100000; 0 skips)
`;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '400' },
    calls: { type: 'string', default: '50' },
    'heap-calls': { type: 'string', default: '100000' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  process.stdout.write(HELP);
  process.exit();
}

const [rounds, callsPerRound, heapCalls] = [values.rounds, values.calls, values['heap-calls']].map(Number);
if (!rounds || !callsPerRound || heapCalls === undefined || Number.isNaN(heapCalls)) {
  process.stderr.write(`--rounds, --calls and --heap-calls take numbers.\n\n${HELP}`);
  process.exit(2);
}

const note = (line: string) => process.stderr.write(`${line}\n`);
installPeers(note);
const contestants = await loadContestants();

const server = await startServer();
const timings = await measureOverhead(contestants, server.baseUrl, { rounds, callsPerRound }, (round) => {
  if (process.stderr.isTTY) process.stderr.write(`\rround ${round + 1} of ${rounds}`);
});
server.stop();
if (process.stderr.isTTY) process.stderr.write('\n');

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
const row = (...cells: unknown[]) => process.stdout.write(`| ${cells.join(' | ')} |\n`);
const { node, v8 } = process.versions;
process.stdout.write(
  `Node ${node} (V8 ${v8}), ${process.platform}-${process.arch}; ${rounds} rounds of ${callsPerRound} calls each\n\n`,
);
row('', 'min+gzip, kB', 'µs per call, median', 'times plain fetch, median');
row('---', '---:', '---:', '---:');
for (const { name, size } of contestants) {
  const timing = timings.find((candidate) => candidate.name === name);
  row(name, kilobytes(size), timing?.perCall.toFixed(0), timing?.ratio.toFixed(2));
}

if (heapCalls > 0) {
  process.stdout.write('\n');
  row('memory gained', 'kB');
  row('---', '---:');
  for (const name of ['fetch', 'agentsource']) {
    row(
      `${name}, ${heapCalls} calls`,
      kilobytes(memoryGained('calls', await bundleForNode(name), heapCalls)),
    );
  }
  const ids = 10 * heapCalls;
  row(`enrollProspects, ${ids} ids`, kilobytes(memoryGained('ids', await bundleForNode('enroll'), ids)));
}
