// The line that tells how far a run is: how many, how fast, how long still.
import type { Terminal } from '../terminal.ts';

/** Milliseconds between two lines. */
const INTERVAL = 100;

export interface Counts {
  enrolled: number;
  failed: number;
  unknown: number;
}

export class Progress {
  readonly #terminal: Terminal;
  readonly #total: number;
  readonly #started: number = performance.now();
  #shown = Number.NEGATIVE_INFINITY;

  /** @param total of prospects to enroll in this run. */
  constructor(terminal: Terminal, total: number) {
    this.#terminal = terminal;
    this.#total = total;
  }

  update(counts: Counts): void {
    const now = performance.now();
    if (now - this.#shown < INTERVAL) return;
    this.#shown = now;
    this.#terminal.show(progressLine(counts, this.#total, now - this.#started));
  }

  end(): void {
    this.#terminal.clear();
  }
}

/** @param elapsed milliseconds since the run began. */
export function progressLine({ enrolled, failed, unknown }: Counts, total: number, elapsed: number): string {
  const done = enrolled + failed + unknown;
  const perMinute = done / (elapsed / 60_000);
  const left = done === 0 ? '' : `${duration((total - done) / perMinute)} left`;
  return [
    `${Math.floor((done / Math.max(1, total)) * 100)} %`,
    `${enrolled} of ${total} enrolled`,
    failed > 0 ? `${failed} failed` : '',
    unknown > 0 ? `${unknown} unknown` : '',
    done === 0 ? '' : `${Math.round(perMinute)} a minute`,
    left,
  ]
    .filter(Boolean)
    .join('  ');
}

function duration(minutes: number): string {
  const seconds = Math.ceil(minutes * 60);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}
