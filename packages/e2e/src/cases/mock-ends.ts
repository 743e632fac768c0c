// Ctrl-C ends the mock that npx started, and leaves nothing of it.
import type { Context } from '../context.ts';
import { runOk } from '../processes.ts';
import type { TestCase } from '../test-case.ts';

/** "At once", in starts of npm: a measure that a busy machine stretches too. */
const STARTS_OF_NPM = 5;

/** To be run when no other case needs the mock any more. */
export function mockEndsCase({ peers, sandbox, mock, mockUrl }: Context): TestCase {
  return {
    kind: 'npx',
    name: 'Ctrl-C ends the mock',
    run: async () => {
      const ending = await milliseconds(() => mock.end('SIGINT'));
      const options = { cwd: sandbox.directory('npx'), env: sandbox.env };
      const starting = await milliseconds(() =>
        runOk(process.execPath, [peers.script('npm'), '--version'], options),
      );
      if (ending > STARTS_OF_NPM * starting) {
        throw new Error(`took ${Math.round(ending)} ms, while npm starts in ${Math.round(starting)} ms`);
      }
      if (await fetch(mockUrl).catch(() => undefined)) throw new Error(`${mockUrl} still answers`);
      return '';
    },
  };
}

async function milliseconds(action: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await action();
  return performance.now() - started;
}
