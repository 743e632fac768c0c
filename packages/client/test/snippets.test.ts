// Every snippet of the README and of the sources' JSDoc compiles and runs, with this package imported by its name.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '@agentsource/tooling/compile';
import { snippetsOf, snippetsOfSource } from '@agentsource/tooling/snippets';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enrollment, type FaultServer, startFaultServer } from './support/fault-server.ts';

const root = join(import.meta.dirname, '..');
const directory = join(root, 'reports', 'snippets');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
// Those of what is generated are run against the mock, by packages/contract.
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.startsWith('generated'),
);
const snippets = [
  ...snippetsOf(read('README.md'), 'README.md'),
  ...sources.flatMap((name) => snippetsOfSource(read(`src/${name}`), `src/${name}`)),
].map(({ at, code }) => ({ at, file: join(directory, `${at.replace(/\W/g, '-')}.ts`), code }));

// What the snippets about many prospects are answered; the others that GET are about what is said when it fails.
const found = { ...enrollment(), enrollments: [], output_events: [] };

let server: FaultServer;
const ends = new Map<string, string | null>();
beforeAll(async () => {
  const refusal = { details: 'insufficient credits', correlation_id: '5f0c' };
  server = await startFaultServer(({ method, url }) => {
    if (url.startsWith('/many/')) return { body: found };
    return method === 'GET' ? { status: 403, body: refusal } : {};
  });
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  // What the snippets that read a file find there.
  writeFileSync(join(directory, 'prospects.txt'), `${'0'.repeat(40)}\n${'1'.repeat(40)}\n`);
  for (const { file, code } of snippets) writeFileSync(file, code);
  const isAboutMany = ({ code }: { code: string }) => /endEnrollments|missedEvents/.test(code);
  await run(snippets.filter(isAboutMany), `${server.url}/many`);
  await run(
    snippets.filter((snippet) => !isAboutMany(snippet)),
    server.url,
  );
});
afterAll(async () => {
  await server.close();
  rmSync(directory, { recursive: true, force: true });
});

test('there are snippets', () => expect(snippets).not.toHaveLength(0));

test('all of them compile', { timeout: 60_000 }, async () => {
  const options =
    '--ignoreConfig --noEmit --strict --exactOptionalPropertyTypes --module nodenext --target es2023 --types node';
  const files = snippets.map(({ file }) => file);
  expect(await compile([...options.split(' '), ...files], root)).toBe('');
});

test.each(snippets)('$at runs', ({ file }) => {
  // One that ended its process has told nothing, and neither have those after it.
  expect(ends.get(file)).toBeNull();
});

/** All in one process, as starting one for each takes many times longer; gives each one's error, or null. */
async function run(chosen: typeof snippets, url: string): Promise<void> {
  const support = join(import.meta.dirname, 'support');
  const child = fork(
    join(support, 'run-snippets.mjs'),
    chosen.map(({ file }) => file),
    {
      execArgv: ['--import', join(support, 'to-test-server.mjs')],
      cwd: directory,
      env: { ...process.env, EXPLORIUM_API_KEY: 'a-key-for-snippets', TEST_SERVER: url },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  child.on('message', ({ file, error }: { file: string; error: string | null }) => ends.set(file, error));
  await Promise.all([once(child, 'disconnect'), once(child, 'exit')]);
}
