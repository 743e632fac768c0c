// The page of the mock in Chromium, as a person with a keyboard, a phone or a screen reader has it; and with a document that means harm.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium } from '../chromium.ts';
import type { Context } from '../context.ts';
import type { TestCase } from '../test-case.ts';

/** As much of Playwright as is used here: it is among the peers, which are no dependencies. */
interface Page {
  goto(url: string): Promise<unknown>;
  on(event: 'console' | 'pageerror' | 'request', listener: (what: never) => void): void;
  $$eval<T>(selector: string, read: (elements: { href: string }[]) => T): Promise<T>;
  click(selector: string): Promise<void>;
  waitForSelector(selector: string): Promise<unknown>;
  textContent(selector: string): Promise<string | null>;
  evaluate<T>(script: string): Promise<T>;
}

interface Browser {
  newContext(options: object): Promise<{ newPage(): Promise<Page>; close(): Promise<void> }>;
  close(): Promise<void>;
}

const SCREENS = [
  { viewport: { width: 1280, height: 900 }, colorScheme: 'light', bypassCSP: false },
  { viewport: { width: 360, height: 740 }, colorScheme: 'dark', bypassCSP: false },
];

/** The levels A and AA of WCAG 2.2. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export function pageCases(context: Context): TestCase[] {
  return [
    {
      kind: 'page',
      name: 'every operation opens and is sent, WCAG AA, 360 px',
      run: () => inChromium(context, undefined, everyOperation),
    },
    {
      kind: 'page',
      name: 'a hostile document is nothing but text',
      run: () => inChromium(context, HOSTILE, everyOperation),
    },
  ];
}

const TRICK = [
  '<script>INTRUDER()</script><img src=x onerror=INTRUDER()><iframe srcdoc="<script>parent.INTRUDER()</script>"></iframe>',
  '"><svg onload=INTRUDER()> </textarea></style></title></script><base href="http://elsewhere.example/">',
  `[click](javascript:INTRUDER()) ![x](http://elsewhere.example/x) ' onfocus='INTRUDER()' autofocus='`,
].join('\n\n');

const HOSTILE = {
  openapi: '3.1.0',
  info: { title: TRICK, version: TRICK, description: TRICK },
  paths: {
    '/things/{id}': {
      post: {
        summary: TRICK,
        description: TRICK,
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            description: TRICK,
            example: 'a',
            schema: { type: 'string' },
          },
          { name: TRICK, in: 'query', description: TRICK, example: TRICK, schema: { type: 'string' } },
        ],
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: { [TRICK]: { type: 'string', description: TRICK, default: TRICK } },
              },
              example: { [TRICK]: TRICK },
            },
          },
        },
        responses: {
          200: { description: TRICK, content: { 'application/json': { example: { [TRICK]: TRICK } } } },
        },
      },
    },
  },
};

async function inChromium(
  context: Context,
  spec: object | undefined,
  check: (browser: Browser, url: string, axe: string) => Promise<number>,
): Promise<string> {
  const { path, version } = findChromium();
  const { peers, project } = context;
  const { chromium } = createRequire(import.meta.url)(peers.directory('@playwright/test'));
  const axe = readFileSync(join(peers.directory('axe-core'), 'axe.min.js'), 'utf8');
  const entry = join(project, 'node_modules', '@agentsource', 'mock', 'dist', 'index.js');
  const { startMock } = await import(pathToFileURL(entry).href);
  const mock = await startMock(spec ? { spec } : {});
  const browser: Browser = await chromium.launch({
    executablePath: path,
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
  try {
    const sent = await check(browser, mock.url, axe);
    return `${version}, axe-core ${peers.version('axe-core')}, ${sent} operations on ${SCREENS.length} screens`;
  } finally {
    await browser.close();
    await mock.close();
  }
}

/** How many operations were sent on each screen. */
async function everyOperation(browser: Browser, url: string, axe: string): Promise<number> {
  const counts: number[] = [];
  for (const screen of SCREENS) {
    const tab = await browser.newContext(screen);
    const page = await tab.newPage();
    const wrong = watch(page, url);
    await page.goto(`${url}/`);
    wrong.push(...(await unusable(page, axe, 'the index')));
    const links = await page.$$eval('nav a', (all) => all.map(({ href }) => href));
    for (const link of links) {
      await page.goto(link);
      await page.click('#send button');
      await page.waitForSelector('#answer h3');
      const title = await page.textContent('#answer h3');
      if (!title?.startsWith('200')) wrong.push(`${link} is answered ${title}`);
      await page.waitForSelector('#list details');
      await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
      wrong.push(...(await unusable(page, axe, link)));
    }
    await tab.close();
    if (links.length === 0) wrong.push('there are no operations');
    if (wrong.length > 0) throw new Error(`${screen.viewport.width} px wide:\n${wrong.join('\n')}`);
    counts.push(links.length);
  }
  return counts[0] ?? 0;
}

/** What the page does that it should not, as it happens. */
function watch(page: Page, url: string): string[] {
  const wrong: string[] = [];
  page.on('console', (message: { text(): string }) => wrong.push(`on the console: ${message.text()}`));
  page.on('pageerror', (error: Error) => wrong.push(`it throws: ${error.message}`));
  page.on('request', (request: { url(): string }) => {
    const isOwn = request.url().startsWith(`${url}/`) || request.url().startsWith('data:');
    if (!isOwn) wrong.push(`it asks ${request.url()}`);
  });
  return wrong;
}

async function unusable(page: Page, axe: string, where: string): Promise<string[]> {
  const [needed, there] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, innerWidth]',
  );
  // From outside of the page, whose policy would not let it in.
  const violations = await page.evaluate<{ id: string; target: string }[]>(
    `${axe};axe.run({ runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ id, target: String(target) }))))`,
  );
  return [
    ...(needed > there ? [`${where} scrolls sideways: ${needed} px`] : []),
    ...violations.map(({ id, target }) => `${where} violates ${id} at ${target}`),
  ];
}
