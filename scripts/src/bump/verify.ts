// Tries the new version out in the stage: generates and builds whatever depends on the document, runs the contract suite, and
// looks which of our own tests and examples no longer compile. Those stop no landing: whoever adapts them needs the new types.
import { PipelineError } from '@agentsource/openapi/errors';
import { startTurbo, type TurboResult } from './turbo.ts';

export interface Findings {
  /** What the contract suite printed. */
  contract: string;
  /** Errors of the compiler in our own tests and examples, one a line. */
  uncompiled: string[];
}

export interface Verification {
  /** Rejects with a PipelineError that says which task failed, and how. */
  done: Promise<Findings>;
  /** Ends it early; resolves when its processes are gone. */
  stop(): Promise<void>;
}

/** @param note told how far it is. */
export type Verify = (stage: string, note: (detail: string) => void) => Verification;

const TASKS = ['build', 'contract', 'typecheck', '--continue=dependencies-successful'];
/** Whatever depends on the document, and the package that type-checks all. */
const FILTERS = ['--filter=...@agentsource/spec', '--filter=@agentsource/tooling'];
const CONTRACT = '@agentsource/contract#contract';
const TYPECHECK = '@agentsource/tooling#typecheck';

/** Lines of a failed task's output that are shown: the error is at the end. */
const TAIL = 8;

export const verifyStage: Verify = (stage, note) => {
  const run = startTurbo(stage, [...TASKS, ...FILTERS], (count) => note(`${count} tasks`));
  const done = run.ended.then((result) => findingsOf(result, stage));
  return { done, stop: () => run.stop() };
};

/** @throws {PipelineError} that says which task failed, and how. */
export function findingsOf(result: TurboResult, stage: string): Findings {
  const uncompiled = compilerErrors(result);
  // The errors that it found are findings; that it could not look at all is none.
  const failed = result.failed.filter((task) => task !== TYPECHECK || uncompiled.length === 0);
  if (failed.length > 0) throw new PipelineError(failureOf(failed, result, stage));
  return { contract: textOf(result, CONTRACT).join('\n'), uncompiled };
}

function textOf({ lines }: TurboResult, task: string): string[] {
  return lines.filter((line) => line.task === task).map(({ text }) => text);
}

/** `examples/quickstart/enroll.ts(3,4): error TS…` */
function compilerErrors(result: TurboResult): string[] {
  return textOf(result, TYPECHECK).filter((text) => /\(\d+,\d+\): error TS/.test(text));
}

function failureOf(failed: readonly string[], result: TurboResult, stage: string): string {
  const [first = ''] = failed;
  const said = textOf(result, first)
    .map((line) => line.replaceAll(`${stage}/`, ''))
    .filter((line) => !/^\s*$|^> |^cache (hit|miss|bypass)|ERR_PNPM|ELIFECYCLE|^ERROR:/.test(line));
  return [
    ...said.slice(-TAIL),
    `${failed.join(', ')}: the new document does not pass what must hold (above: what failed); nothing was changed. ` +
      'Correct the document by an action in spec/overlays/, or adapt what does not take it',
  ].join('\n');
}
