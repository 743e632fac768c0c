// What the command agentsource has to stand: a file enrolled on any Node, runs that are killed, and a file of many rows.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Finished, run, serve } from './processes.ts';

export interface CommandRuns {
  /** The Node that runs the command. */
  node: string;
  /** bin/agentsource.js and bin/agentsource-mock.js of the installed packages. */
  command: string;
  mock: string;
  /** An empty one. */
  directory: string;
  env: NodeJS.ProcessEnv;
}

const ENROLL = ['--key', 'e2e_key', '--events', 'prospect_changed_role', '--yes'];

/** Of `count` prospects, with junk, a duplicate in other letters and a blank line among them. */
function csvOf(count: number): string {
  const rows = idsOf(count).map((id, index) => `"Doe, ${index}",${id}`);
  rows.splice(7, 0, 'junk,not-an-id', '', `again,${(idsOf(1)[0] ?? '').toUpperCase()}`);
  return `name,prospect_id\n${rows.join('\n')}\n`;
}

/** 45 prospects are three batches, and the second run has nothing to do. */
export async function enrollsAFile(runs: CommandRuns): Promise<string> {
  return withMock(runs, async (url) => {
    writeFileSync(join(runs.directory, 'prospects.csv'), csvOf(45));
    for (const enrolled of [45, 0]) {
      const { status, stdout } = await enroll(runs, url, []);
      const summary = JSON.parse(stdout);
      // 5, because of the junk.
      if (status !== 5 || summary.enrolled !== enrolled || summary.duplicates !== 1) throw new Error(stdout);
    }
    const sizes = (await enrolledBy(url)).map(({ length }) => length).sort();
    if (sizes.join() !== '20,20,5') throw new Error(`batches of ${sizes}`);
    return '45 prospects in 3 requests';
  });
}

/** Killed at random moments by turns of SIGKILL and SIGINT, then run to its end: everybody is enrolled, nobody twice. */
export async function survivesKills(
  runs: CommandRuns,
  { kills, seed }: { kills: number; seed: number },
): Promise<string> {
  const count = 1_000;
  return withMock(runs, async (url) => {
    writeFileSync(join(runs.directory, 'prospects.csv'), csvOf(count));
    const journal = join(runs.directory, 'prospects.csv.e2e_key.jsonl');
    for (let kill = 0; kill < kills; kill++) {
      const running = serve(
        runs.node,
        [runs.command, 'enroll', 'prospects.csv', ...ENROLL],
        optionsOf(runs, url),
      );
      await somethingWritten(journal);
      await sleep(random(seed, kill) * 500);
      await running.end(kill % 2 === 0 ? 'SIGKILL' : 'SIGINT');
    }
    const { status, stdout, output } = await enroll(runs, url, []);
    const enrolled = (await enrolledBy(url)).flat();
    const twice = enrolled.length - new Set(enrolled).size;
    const lost = count - new Set(enrolled).size;
    if (status !== 5 || twice > 0 || lost > 0)
      throw new Error(`seed ${seed}: ${twice} enrolled twice, ${lost} lost, exit code ${status}\n${output}`);
    return `killed ${kills} times (seed ${seed}), ${JSON.parse(stdout).enrolled_before} enrolled before the last run`;
  });
}

/** @returns the most memory that it held, in MB. */
export async function enrollsMany(
  runs: CommandRuns,
  { count, most }: { count: number; most: number },
): Promise<string> {
  return withMock(runs, async (url) => {
    writeFileSync(join(runs.directory, 'prospects.csv'), csvOf(count));
    const report = `process.on('exit', () => process.stderr.write('kB ' + process.resourceUsage().maxRSS + '\\n'))`;
    const hook = ['--import', `data:text/javascript,${encodeURIComponent(report)}`];
    const { status, output } = await enroll(runs, url, hook);
    const megabytes = Math.round(Number(/kB (\d+)/.exec(output)?.[1]) / 1024);
    if (status !== 5 || !(megabytes < most))
      throw new Error(`${megabytes} MB, exit code ${status}\n${output}`);
    return `${count} rows in ${megabytes} MB`;
  });
}

async function withMock(runs: CommandRuns, work: (url: string) => Promise<string>): Promise<string> {
  const args = [runs.mock, '--port', '0', '--stateful', '--latency', '200', '--quiet'];
  const mock = serve(process.execPath, args, { cwd: runs.directory, env: runs.env });
  try {
    const [url = ''] = await mock.printed(/http:\/\/127\.0\.0\.1:\d+/);
    return await work(url);
  } finally {
    await mock.end('SIGTERM');
  }
}

function enroll(runs: CommandRuns, url: string, nodeOptions: string[]): Promise<Finished> {
  const args = [...nodeOptions, runs.command, 'enroll', 'prospects.csv', ...ENROLL, '--rate', '10000'];
  return run(runs.node, args, optionsOf(runs, url));
}

function optionsOf({ directory, env }: CommandRuns, url: string) {
  return { cwd: directory, env: { ...env, EXPLORIUM_API_KEY: 'a-key-for-e2e', EXPLORIUM_BASE_URL: url } };
}

/** The ids of each enrollment that the service has. */
async function enrolledBy(url: string): Promise<string[][]> {
  const response = await fetch(`${url}/v1/prospects/events/enrollments`, { headers: { api_key: 'any' } });
  const { enrollments } = (await response.json()) as { enrollments: { prospect_ids: string[] }[] };
  return enrollments.map(({ prospect_ids }) => prospect_ids);
}

/** Until the run is about to send: before that nothing can go wrong. */
async function somethingWritten(journal: string): Promise<void> {
  const size = () => {
    try {
      return readFileSync(journal).length;
    } catch {
      return 0;
    }
  };
  const before = size();
  for (let tries = 0; tries < 400 && size() <= before; tries++) await sleep(25);
}

function idsOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => createHash('sha1').update(String(index)).digest('hex'));
}

/** From 0 to 1, the same for the same seed. */
function random(seed: number, index: number): number {
  return createHash('sha1').update(`${seed} ${index}`).digest().readUInt32BE() / 2 ** 32;
}
