// The program as a bundled page: it enrolls against the mock, which is another origin, so the mock's CORS has to work.
import { join } from 'node:path';
import { bundle } from '../bundle.ts';
import type { Cell } from '../cell.ts';
import { findChromium, runInChromium } from '../chromium.ts';
import { addSources } from '../consumer.ts';
import { checkPrinted } from '../readme.ts';
import type { World } from '../world.ts';

export function chromiumCells(world: World): Cell[] {
  return [
    {
      kind: 'run',
      name: 'Chromium',
      run: async () => {
        const { command, version } = findChromium();
        const directory = addSources(world, join(world.project, 'chromium'), 'browser');
        const page = await bundle(world, directory, 'page.ts');
        checkPrinted(await runInChromium(world, command, page));
        return version;
      },
    },
  ];
}
