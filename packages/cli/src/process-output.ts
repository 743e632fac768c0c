// Standard output or error of this process: what reads it may be gone, or the disk full, and that must end no work.
import { whyNot } from './file-errors.ts';
import type { Output } from './terminal.ts';

export class ProcessOutput implements Output {
  readonly #stream: NodeJS.WriteStream;
  readonly #onFull: (why: string) => void;
  #isBroken = false;
  #isFull = false;

  /** @param onFull is told why nothing can be written; of a reader that has gone away, as `head` does, it is told nothing. */
  constructor(stream: NodeJS.WriteStream, onFull: (why: string) => void = () => {}) {
    this.#stream = stream;
    this.#onFull = onFull;
    stream.on('error', this.#broken);
  }

  get isTTY(): boolean {
    return this.#stream.isTTY === true;
  }

  get columns(): number {
    return this.#stream.columns;
  }

  /** Whether something could not be written that somebody wanted to read. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** Once something could not be written, nothing is. */
  write(data: string | Uint8Array, written?: () => void): void {
    try {
      if (!this.#isBroken) {
        this.#stream.write(data, () => written?.());
        return;
      }
    } catch (error) {
      // Older versions of Node throw where it is a file.
      this.#broken(error as Error);
    }
    written?.();
  }

  /** Settles when all is written, or can't be. */
  async end(): Promise<void> {
    await new Promise<void>((resolve) => this.write('', resolve));
    // The error of a write is told after the write.
    await new Promise<void>((resolve) => void setImmediate(resolve));
    this.#stream.off('error', this.#broken);
  }

  readonly #broken = (error: NodeJS.ErrnoException): void => {
    if (this.#isBroken) return;
    this.#isBroken = true;
    if (error.code === 'EPIPE') return;
    this.#isFull = true;
    this.#onFull(whyNot(error));
  };
}
