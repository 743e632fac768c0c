// Ctrl-C ends the mock that npx started, and leaves nothing of it.
import type { Cell } from '../cell.ts';
import type { World } from '../world.ts';

const AT_ONCE = 2_000;

/** To be run when no other cell needs the mock any more. */
export function mockEndsCell({ mock, mockUrl }: World): Cell {
  return {
    kind: 'npx',
    name: 'Ctrl-C ends the mock',
    run: async () => {
      const started = performance.now();
      await mock.end('SIGINT');
      const milliseconds = performance.now() - started;
      if (milliseconds > AT_ONCE) throw new Error(`took ${Math.round(milliseconds)} ms`);
      if (await fetch(mockUrl).catch(() => undefined)) throw new Error(`${mockUrl} still answers`);
      return '';
    },
  };
}
