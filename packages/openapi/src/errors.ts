// What the commands refuse with: messages that a person can act on, printed as they are, without a stack.

/** A failure that a person can act on. */
export class PipelineError extends Error {
  override name = 'PipelineError';
  /** What the command exits with: 1 for a refusal. */
  readonly exitCode: 1 | 2 = 1;
}

/** Input that can't be read as what it should be. Always one line: it quotes input, which may hold anything. */
export class UnreadableError extends PipelineError {
  override name = 'UnreadableError';
  override readonly exitCode = 2;

  constructor(message: string) {
    super(message.replace(/[\s\p{Cc}]+/gu, ' ').trim());
  }
}
