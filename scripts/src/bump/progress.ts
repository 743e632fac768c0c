// What a bump shows while it works: one line a step with the time that it took, on a terminal only.
export interface Progress {
  /** Another step begins, and the one before is done. */
  begin(step: string): void;
  /** How far the step is, where it is long. */
  note(detail: string): void;
  /** The last step is done. */
  end(): void;
}

export const silent: Progress = { begin() {}, note() {}, end() {} };

/** Shows it on a terminal, where each line is written again as long as its step lasts. */
export function progressOn(terminal: NodeJS.WriteStream): Progress {
  if (!terminal.isTTY) return silent;
  let step: { name: string; since: number } | undefined;
  // Back to the beginning of the line, and nothing of what stands there.
  const line = (text: string) => terminal.write(`\r\x1b[K${text}`);
  const end = () => {
    if (step === undefined) return;
    const seconds = ((performance.now() - step.since) / 1000).toFixed(1);
    line(`${seconds.padStart(6)} s  ${step.name}\n`);
    step = undefined;
  };
  return {
    begin(name) {
      end();
      step = { name, since: performance.now() };
      line(`          ${name} …`);
    },
    note(detail) {
      if (step) line(`          ${step.name} … ${detail}`);
    },
    end,
  };
}
