// `pnpm spec:diff <old> <new>`: what changed between two documents for someone who compiles against the packages.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeKinds } from '@agentsource/diff/policy';
import { renderReport } from '@agentsource/diff/report';
import { toJson, usesToJson } from '@agentsource/diff/report/json';
import { print, printJson } from '@agentsource/openapi/command';
import { UnreadableError } from '@agentsource/openapi/errors';
import { isolate } from '@agentsource/openapi/isolate';
import { diff } from './src/diff.ts';
import { run } from './src/run.ts';

const HELP = `Usage: pnpm spec:diff <old> <new> [--built] [--json] [--usage <directory>]

Compares two OpenAPI documents or documentation pages and prints a report in Markdown: what breaks, what is new and
what else changed for someone who compiles against the packages.

  <old>, <new>         a path, a URL, a directory of pages, or - for standard input
  --json               print one JSON object instead of the report
  --usage <directory>  also say which calls in that code base are touched, and by what
  --built              compare what this clone's overlays make of both documents, which is what the packages are built
                       from; what an overlay no longer has to say is set aside. Otherwise both are compared as they are.
  --help               print this

Exit codes: 0 whatever was found, 2 when a source can't be read.

Every change is of one of these kinds. In a request and in a response (in the body of an error, where that differs) each
is B breaking, F a feature, X a fix, - nothing; † the service also became stricter for callers already deployed.

${describeKinds()}`;

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      built: { type: 'boolean', default: false },
      json: { type: 'boolean' },
      usage: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return print(HELP.trimEnd());
  const [before, after, ...more] = positionals;
  if (before === undefined || after === undefined || more.length > 0) {
    throw new UnreadableError(`expected two sources, got ${positionals.length}; see pnpm spec:diff --help`);
  }
  const root = join(import.meta.dirname, '..');
  const { comparison, uses } = await diff({
    root,
    before,
    after,
    usage: values.usage,
    isBuilt: values.built,
    isolate,
  });
  const { changes } = comparison.verdict;
  if (values.json) printJson({ ...toJson(comparison), ...(uses && { usage: usesToJson(uses, changes) }) });
  else print(renderReport(comparison, uses && { uses, isBuilt: values.built }).trimEnd());
});
