// The reference site, built as its workflow builds it: opened from disk on a desk, and from a folder of a server on a phone.
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium } from '../chromium.ts';
import type { Context } from '../context.ts';
import { runOk } from '../processes.ts';
import { REPOSITORY } from '../repository.ts';
import { type Browser, checkSite, DESK, PHONE } from '../site-check.ts';
import type { TestCase } from '../test-case.ts';

export function docsCase(context: Context): TestCase {
  return {
    kind: 'docs',
    name: 'every page and search, WCAG AA, from disk and at 360 px',
    run: () => checkDocs(context),
  };
}

async function checkDocs({ peers, sandbox }: Context): Promise<string> {
  const { path, version } = findChromium();
  const site = join(sandbox.directory('docs'), 'site');
  const build = join(REPOSITORY, 'packages', 'docs', 'docs.ts');
  await runOk(process.execPath, [build, '--out', site], { cwd: REPOSITORY, env: process.env });
  const axe = readFileSync(join(peers.directory('axe-core'), 'axe.min.js'), 'utf8');
  const { chromium } = createRequire(import.meta.url)(peers.directory('@playwright/test'));
  const browser: Browser = await chromium.launch({
    executablePath: path,
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
  const server = await serveFolder(site);
  try {
    const { pages, operations } = await checkSite(browser, `${pathToFileURL(site).href}/`, DESK, axe);
    await checkSite(browser, server.url, PHONE, axe);
    return `${version}, axe-core ${peers.version('axe-core')}, ${pages} pages, ${operations} operations`;
  } finally {
    await browser.close();
    server.close();
  }
}

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
};

/** Below a path, as GitHub Pages serves a project's. */
async function serveFolder(site: string): Promise<{ url: string; close(): void }> {
  const server = createServer(({ url = '' }, response) => {
    const file = join(site, new URL(url, 'http://site').pathname.replace(/^\/some\/folder\//, ''));
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.setHeader('Content-Type', TYPES[file.split('.').at(-1) ?? ''] ?? 'text/plain');
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/folder/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
