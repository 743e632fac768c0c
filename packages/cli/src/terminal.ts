// What the command reads from and writes to. Nothing that it writes holds the API key, or is obeyed by a terminal.
import { API_KEY_VARIABLE } from './generated/operations.ts';

/** As much of a writable stream of Node's as is used, so that whoever compiles against this needs no types of Node's. */
export interface Output {
  write(data: string | Uint8Array, written?: (error?: Error | null) => void): unknown;
  isTTY?: boolean;
  columns?: number;
}

/** Where a command runs; default this process. */
export interface Surroundings {
  env: Readonly<Record<string, string | undefined>>;
  /** A stream of Node's where it is a terminal. */
  stdin: AsyncIterable<Uint8Array> & { isTTY?: boolean };
  stdout: Output;
  stderr: Output;
  /** Emits signals, as a process does. */
  signals: {
    on(signal: InterruptSignal, listener: () => void): unknown;
    off(signal: InterruptSignal, listener: () => void): unknown;
  };
}

const INTERRUPT_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
type InterruptSignal = (typeof INTERRUPT_SIGNALS)[number];

/** Also of a terminal that says it has no columns. */
const DEFAULT_WIDTH = 80;
/** A shorter key could be part of anything. */
const SHORTEST_KEY = 8;

export class Terminal {
  readonly env: Surroundings['env'];
  readonly stdin: Surroundings['stdin'];
  readonly #stdout: Surroundings['stdout'];
  readonly #stderr: Surroundings['stderr'];
  readonly #signals: Surroundings['signals'];
  #transient = false;

  constructor({ env, stdin, stdout, stderr, signals }: Surroundings) {
    this.env = env;
    this.stdin = stdin;
    this.#stdout = stdout;
    this.#stderr = stderr;
    this.#signals = signals;
  }

  /** Whether data goes to a person. */
  get isInteractive(): boolean {
    return this.#stdout.isTTY === true;
  }

  /** Whether somebody can be asked. */
  get canAsk(): boolean {
    return this.stdin.isTTY === true && this.#stderr.isTTY === true;
  }

  get showsProgress(): boolean {
    return this.#stderr.isTTY === true;
  }

  get width(): number {
    return this.#stdout.columns || DEFAULT_WIDTH;
  }

  get messageWidth(): number {
    return this.#stderr.columns || DEFAULT_WIDTH;
  }

  /** Data, to standard output. */
  print(text: string): void {
    const safe = this.#withoutKey(text);
    this.#stdout.write(this.isInteractive ? escapeUnseen(safe) : safe);
  }

  /** Bytes, to standard output as they are; settles when they are written. */
  async printBytes(bytes: Uint8Array): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#stdout.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  }

  /** Everything else, a line of its own on standard error. */
  say(line: string): void {
    this.clear();
    this.#stderr.write(`${escapeUnseen(this.#withoutKey(line))}\n`);
  }

  /** A question; the answer follows on its line. */
  ask(question: string): void {
    this.clear();
    this.#stderr.write(escapeUnseen(question));
  }

  /** A line that the next one takes the place of; on a terminal alone. */
  show(line: string): void {
    if (!this.showsProgress) return;
    this.#stderr.write(`\r\u001b[K${escapeUnseen(line).slice(0, this.messageWidth - 1)}`);
    this.#transient = true;
  }

  clear(): void {
    if (this.#transient) this.#stderr.write('\r\u001b[K');
    this.#transient = false;
  }

  /** Calls the listener at each interruption, in place of ending the process; gives what ends that. */
  onInterrupt(listener: () => void): () => void {
    for (const signal of INTERRUPT_SIGNALS) this.#signals.on(signal, listener);
    return () => {
      for (const signal of INTERRUPT_SIGNALS) this.#signals.off(signal, listener);
    };
  }

  #withoutKey(text: string): string {
    const key = this.env[API_KEY_VARIABLE] ?? '';
    return key.length < SHORTEST_KEY ? text : text.replaceAll(key, '[API key]');
  }
}

/** What moves a cursor, changes the direction of writing or can't be seen, spelled as JSON spells it. */
export function escapeUnseen(text: string): string {
  return text.replaceAll(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
