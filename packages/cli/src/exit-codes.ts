// The exit codes, which scripts rely on, and what an error comes to.
import { isExploriumError } from '@agentsource/client';

export const EXIT = {
  done: 0,
  /** The service refused, answered that it failed, or was not reached. */
  refused: 1,
  /** The command line or the data are not right; nothing was sent. */
  usage: 2,
  /** The API key is missing, or not recognised. */
  key: 3,
  rateLimit: 4,
  /** Some of many failed, or rows were invalid. */
  partly: 5,
  /** Nobody knows whether the service acted. */
  unknown: 6,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An error that is the user's to read: its message is all there is to say. */
export class CommandError extends Error {
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = EXIT.usage) {
    super(message);
    this.exitCode = exitCode;
  }
}

const BY_NAME: Record<string, ExitCode> = {
  AuthenticationError: EXIT.key,
  RateLimitedError: EXIT.rateLimit,
  UsageError: EXIT.usage,
  // By the answer's own word; `enroll`, which must not enroll twice, looks whether that is so.
  RequestFailedError: EXIT.refused,
  AbortError: EXIT.interrupted,
};

export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CommandError) return error.exitCode;
  if (!isExploriumError(error)) return EXIT.refused;
  const named = BY_NAME[error.name];
  if (named !== undefined) return named;
  // Of what only reads nothing is left to know.
  const isReading = /^(GET|HEAD|OPTIONS) /.test(error.call ?? '');
  return error.mayHaveActed && !isReading ? EXIT.unknown : EXIT.refused;
}
