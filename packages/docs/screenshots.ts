// `node packages/docs/screenshots.ts`, after `pnpm run docs`: takes the pictures of the README again, by the Chromium on the PATH.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const SITE = join(import.meta.dirname, 'dist');
const PAGE = 'reference/add-prospects-enrollments.html';

/** Wide enough for the frame that a headless window does not go below. */
const PICTURES = [
  { name: 'operation', size: '1240,1320', scheme: 'light' },
  { name: 'phone', size: '500,1320', scheme: 'dark' },
];

const profile = mkdtempSync(join(tmpdir(), 'agentsource-screenshots-'));
try {
  for (const { name, size, scheme } of PICTURES) {
    const { status, stderr } = spawnSync(
      'chromium',
      [
        ...['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', `--user-data-dir=${profile}`],
        `--blink-settings=preferredColorScheme=${scheme === 'dark' ? 0 : 1}`,
        `--window-size=${size}`,
        `--screenshot=${join(import.meta.dirname, 'screenshots', `${name}.png`)}`,
        pathToFileURL(join(SITE, PAGE)).href,
      ],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`chromium took no picture: ${stderr}`);
  }
} finally {
  rmSync(profile, { recursive: true, force: true });
}
