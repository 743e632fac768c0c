// An upgrade: the document is bumped to one that breaks callers, released, and installed by a consumer of the release before.
// It has to stop compiling exactly where the report of the bump said, and nowhere else.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseOpenApi } from '@agentsource/openapi/read';
import { addSources, install } from '../consumer.ts';
import type { Context } from '../context.ts';
import { run } from '../processes.ts';
import { commit, releaseByHand, runPnpm, specifiers } from '../publish.ts';
import type { TestCase } from '../test-case.ts';

interface Schema {
  enum?: string[];
  properties?: Record<string, object>;
  required?: string[];
}

interface Document {
  info: { version: string };
  components: { schemas: Record<string, Schema> };
}

interface Report {
  severity: string;
  changes: { severity: string; kind: string; pointer: string; detail: string }[];
}

export function upgradeCase(context: Context): TestCase {
  return { kind: 'upgrade', name: 'a bump that breaks callers', run: () => upgrade(context) };
}

async function upgrade(context: Context): Promise<string> {
  const directory = addSources(context, context.sandbox.directory('upgrade'), 'upgrade');
  await install(context, directory, context.published);
  const before = await linesThatFail(context, directory);
  if (before.size > 0)
    throw new Error(`fails to compile before the upgrade, on lines ${[...before].join(', ')}`);

  const report = await bump(context);
  const upgraded = await releaseByHand(context.peers, context.sandbox, context.repository);
  await install(context, directory, upgraded);

  const said = new Set(report.changes.filter(({ severity }) => severity === 'breaking').map(placeOf));
  const source = readFileSync(join(directory, 'consumer.ts'), 'utf8').split('\n');
  const failing = [...(await linesThatFail(context, directory))].map((number) => source[number - 1] ?? '');
  const failed = new Set(
    failing.map((line) => line.match(/\/\/ #(\/.*)/)?.[1] ?? `an unmarked line: ${line.trim()}`),
  );
  const surprises = [...failed].filter((pointer) => !said.has(pointer));
  const unmet = [...said].filter((pointer) => !failed.has(pointer));
  if (report.severity !== 'breaking' || surprises.length > 0 || unmet.length > 0) {
    throw new Error(
      `the report says "${report.severity}".\nFails, though the report does not say so: ${surprises.join(', ') || 'nothing'}\n` +
        `Should fail as the report says, but compiles: ${unmet.join(', ') || 'nothing'}`,
    );
  }
  return `${specifiers(context.published)[0]} → ${upgraded[0]?.version}: ${failed.size} of ${said.size} breaks where the report said`;
}

/** As the consumer marks its lines: the pointer and, for an enum, the value. */
function placeOf({ kind, pointer, detail }: Report['changes'][number]): string {
  return kind === 'enum-value-removed' ? `${pointer} ${detail.match(/`(".*?")`/)?.[1]}` : pointer;
}

/** Removes an event that callers may ask for and a property that they read; adds something harmless beside. */
async function bump({ peers, sandbox, repository }: Context): Promise<Report> {
  const path = join(repository, 'spec', 'openapi.yaml');
  const document = parseOpenApi(readFileSync(path, 'utf8'), path) as unknown as Document;
  document.info.version = `${document.info.version}.1`;
  const {
    ProspectsEventIdentifier: events,
    ProspectsEnrollmentsAddResponse: answer,
    ResponseContext: context,
  } = document.components.schemas;
  if (!events?.enum || !answer?.properties || !answer.required || !context?.properties)
    throw new Error(`${path} has no longer what this would break; choose something else`);
  events.enum = events.enum.filter((event) => event !== 'prospect_job_start_anniversary');
  delete answer.properties.enrollment_key;
  answer.required = answer.required.filter((name) => name !== 'enrollment_key');
  context.properties.region = { type: 'string' };
  const bumped = join(sandbox.directory('bumped'), 'openapi.json');
  writeFileSync(bumped, JSON.stringify(document));
  const printed = await runPnpm(peers, sandbox, repository, ['--silent', 'spec:bump', bumped, '--json']);
  await commit(repository, 'Bump the document');
  return JSON.parse(printed) as Report;
}

async function linesThatFail({ peers, sandbox }: Context, cwd: string): Promise<Set<number>> {
  const options = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--skipLibCheck',
    'false',
  ];
  const { status, output } = await run(
    process.execPath,
    [peers.script('typescript-7', 'tsc'), ...options, 'consumer.ts'],
    { cwd, env: sandbox.env },
  );
  const lines = [...output.matchAll(/^consumer\.ts[(:](\d+)/gm)].map((match) => Number(match[1]));
  if (status !== 0 && lines.length === 0) throw new Error(output);
  return new Set(lines);
}
