// Opens a bundled page in a headless Chromium and gives what the page reports. No driver: the page posts its result home.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Context } from './context.ts';
import { serve } from './processes.ts';
import { Unavailable } from './test-case.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing but this machine is there for it.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  // Keeps it running until it is told to end.
  '--remote-debugging-port=0',
];
const TIMEOUT = 60_000;

/** The browser's command, where that is, and its version; throws `Unavailable` where there is none. */
export function findChromium(): { command: string; path: string; version: string } {
  for (const command of NAMES) {
    const { status, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
    if (status !== 0) continue;
    const path = (process.env.PATH ?? '')
      .split(delimiter)
      .map((directory) => join(directory, command))
      .find((one) => existsSync(one));
    return { command, path: path ?? command, version: stdout.trim() };
  }
  throw new Unavailable('no Chromium on the PATH; on Debian: apt-get install chromium');
}

export async function runInChromium(context: Context, command: string, bundle: string): Promise<string> {
  const page = await servePage(readFileSync(bundle));
  const profile = context.sandbox.directory(`chromium-${page.port}`);
  const env = { PATH: process.env.PATH, HOME: profile };
  const browser = serve(command, [...FLAGS, `--user-data-dir=${join(profile, 'data')}`, page.url], {
    cwd: profile,
    env,
  });
  try {
    return await page.printed(browser.output);
  } finally {
    await browser.end('SIGKILL');
    page.close();
  }
}

async function servePage(script: Buffer) {
  const printed = Promise.withResolvers<string>();
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') {
      printed.resolve(await text(request));
      response.end();
    } else if (request.url === '/bundle.js') {
      response.setHeader('Content-Type', 'text/javascript').end(script);
    } else {
      response
        .setHeader('Content-Type', 'text/html')
        .end('<!doctype html><script type="module" src="/bundle.js"></script>');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}/`,
    printed: (output: () => string) => {
      const timer = setTimeout(
        () => printed.reject(new Error(`the page reports nothing\n${output()}`)),
        TIMEOUT,
      );
      return printed.promise.finally(() => clearTimeout(timer));
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
