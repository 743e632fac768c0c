// The program as a bundled page: it enrolls against the mock, which is another origin, so the mock's CORS has to work.
import { join } from 'node:path';
import { bundle } from '../bundle.ts';
import { findChromium, runInChromium } from '../chromium.ts';
import { addSources } from '../consumer.ts';
import type { Context } from '../context.ts';
import { checkPrinted } from '../readme.ts';
import type { TestCase } from '../test-case.ts';

export function chromiumCases(context: Context): TestCase[] {
  return [
    {
      kind: 'run',
      name: 'Chromium',
      run: async () => {
        const { command, version } = findChromium();
        const directory = addSources(context, join(context.project, 'chromium'), 'browser');
        const page = await bundle(context, directory, 'page.ts');
        checkPrinted(await runInChromium(context, command, page));
        return version;
      },
    },
  ];
}
