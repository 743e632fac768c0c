// The end of a run: the rows that failed, the summary, what to do next, and the exit code.
import { EXIT, type ExitCode, exitCodeOf } from '../exit-codes.ts';
import { sayHint } from '../hints.ts';
import { writeData } from '../output/format.ts';
import { failedFileOf, keepFailedFile } from './failed-file.ts';
import type { FileRun } from './file-run.ts';
import { journalPathOf } from './options.ts';
import { countOf, type Outcomes, outcomesOf } from './outcomes.ts';
import type { Tally } from './run.ts';

/** How a run ended. */
export interface Ending {
  tally: Tally;
  /** Ids that earlier runs enrolled. */
  before: number;
  /** Whether the service was asked what became of the unknown, and could not tell. */
  couldNotTell: boolean;
  isInterrupted: boolean;
}

/** What a run came to, in ids but for `invalid`, which are rows. */
interface Counts {
  enrolled: number;
  failed: number;
  unknown: number;
  notSent: number;
  invalid: number;
}

/** Gives the exit code. */
export async function sumUp(run: FileRun, ending: Ending): Promise<ExitCode> {
  const { file, found, journal, options, terminal } = run;
  const after = await outcomesOf(journal.records());
  const [failed, unknown] = [after.failures.size, countOf(after.open)];
  const counts: Counts = {
    enrolled: after.enrolled - ending.before,
    failed,
    unknown,
    notSent: found.prospects - after.enrolled - failed - unknown,
    invalid: found.invalid.length,
  };
  const failedFile = await failedFileAt(run, after);
  await writeData(
    terminal,
    {
      file: file.name,
      enrollment_key: options.key,
      prospects: found.prospects,
      enrolled: counts.enrolled,
      enrolled_before: ending.before,
      failed,
      unknown,
      not_sent: counts.notSent,
      invalid: counts.invalid,
      duplicates: found.duplicates,
      journal: journal.path,
      ...(failedFile.path !== undefined && { failed_file: failedFile.path }),
    },
    options.format,
  );
  if (failedFile.problem) terminal.say(`agentsource: ${failedFile.problem}`);
  sayNext(run, ending, counts, failedFile.path);
  const code = codeOf(run, ending, counts);
  return code === EXIT.done && failedFile.problem ? EXIT.partly : code;
}

/** A problem of it is told, and hides nothing else. */
async function failedFileAt(
  { file, path, found, journal, options }: FileRun,
  { failures }: Outcomes,
): Promise<{ path?: string; problem?: string }> {
  // The next run writes it, when it can write down that it did.
  if (journal.failure) return {};
  const wanted = failedFileOf(path, options.failed);
  const byLine = new Map(found.invalid.map(({ line, reason }) => [line, reason]));
  try {
    const kept = await keepFailedFile({
      ...{ wanted, input: path, journal, journalOf: (file) => journalPathOf(file, options.key) },
      failures: { file, byId: failures, byLine },
    });
    return kept === undefined ? {} : { path: kept };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

function sayNext(
  { journal, terminal }: FileRun,
  { tally, couldNotTell, isInterrupted }: Ending,
  { failed, unknown, notSent }: Counts,
  failedFile: string | undefined,
): void {
  if (journal.failure) terminal.say(`agentsource: stopped: ${journal.failure.message}`);
  else if (tally.ended) terminal.say(`agentsource: stopped: ${tally.ended.message}`);
  else if (tally.notSent && !isInterrupted) terminal.say(`agentsource: not sent: ${tally.notSent.message}`);
  sayHint(terminal, tally.ended);
  if (failed > 0 && failedFile !== undefined)
    terminal.say(
      `What failed the same command does not send again: correct it in ${failedFile}, and enroll that.`,
    );
  if (notSent > 0 || journal.failure) terminal.say('The same command goes on from here.');
  if (unknown === 0) return;
  terminal.say(
    couldNotTell
      ? 'The service was asked about the unknown and could not tell; --resend-unknown sends them again, perhaps twice.'
      : 'Nobody knows yet whether the unknown are enrolled. The same command asks the service about them.',
  );
}

function codeOf(
  { journal }: FileRun,
  { tally, isInterrupted }: Ending,
  { enrolled, failed, unknown, notSent, invalid }: Counts,
): ExitCode {
  if (isInterrupted) return EXIT.interrupted;
  if (tally.ended && !journal.failure) return exitCodeOf(tally.ended);
  if (unknown > 0) return EXIT.unknown;
  if (tally.notSent && enrolled + failed === 0 && !journal.failure) return exitCodeOf(tally.notSent);
  return failed + notSent + invalid > 0 || journal.failure ? EXIT.partly : EXIT.done;
}
