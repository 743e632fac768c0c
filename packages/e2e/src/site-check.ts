// The reference site in Chromium, as people have it: each page that a link leads to, on a desk and on a phone, in light and in dark.

/** As much of Playwright as is used here: it is among the peers, which are no dependencies. */
interface Page {
  goto(url: string): Promise<{ status(): number } | null>;
  on(event: 'console' | 'pageerror' | 'request', listener: (what: never) => void): void;
  $$eval<T>(selector: string, read: (elements: { href: string }[]) => T): Promise<T>;
  fill(selector: string, text: string): Promise<void>;
  press(selector: string, key: string): Promise<void>;
  waitForURL(url: string, options: object): Promise<void>;
  evaluate<T>(script: string): Promise<T>;
}

export interface Browser {
  newContext(options: object): Promise<{ newPage(): Promise<Page>; close(): Promise<void> }>;
  close(): Promise<void>;
}

export interface Checked {
  pages: number;
  operations: number;
}

export interface Screen {
  viewport: { width: number; height: number };
  colorScheme: 'light' | 'dark';
}

export const DESK: Screen = { viewport: { width: 1280, height: 900 }, colorScheme: 'light' };
export const PHONE: Screen = { viewport: { width: 360, height: 740 }, colorScheme: 'dark' };

/** The levels A and AA of WCAG 2.2. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * @param root Where the site is: a folder on disk or below an address, with a `/` at the end.
 * @param axe The text of axe-core.
 * @throws {Error} with all that is wrong, a line each.
 */
export async function checkSite(
  browser: Browser,
  root: string,
  screen: Screen,
  axe: string,
): Promise<Checked> {
  const tab = await browser.newContext(screen);
  try {
    const page = await tab.newPage();
    const wrong = watch(page, root);
    const pages = await visitAll(page, root, axe, wrong);
    const operations = await searchAll(page, root, wrong);
    if (operations === 0) wrong.push('there are no operations');
    if (wrong.length > 0)
      throw new Error(`${screen.viewport.width} px, ${screen.colorScheme}:\n${wrong.join('\n')}`);
    return { pages, operations };
  } finally {
    await tab.close();
  }
}

/** What a page does that it should not, as it happens. */
function watch(page: Page, root: string): string[] {
  const wrong: string[] = [];
  page.on('console', (message: { text(): string }) => wrong.push(`on the console: ${message.text()}`));
  page.on('pageerror', (error: Error) => wrong.push(`it throws: ${error.message}`));
  page.on('request', (request: { url(): string }) => {
    if (!request.url().startsWith(root) && !request.url().startsWith('data:'))
      wrong.push(`it asks ${request.url()}`);
  });
  return wrong;
}

/** Follows every link that stays on the site, and gives how many pages there are. */
async function visitAll(page: Page, root: string, axe: string, wrong: string[]): Promise<number> {
  const seen = new Set([`${root}index.html`]);
  for (const url of seen) {
    const where = url.slice(root.length);
    const answer = await page.goto(url).catch((error: Error) => error);
    if (answer instanceof Error || (answer && answer.status() >= 400)) {
      wrong.push(`${where} is not there: ${answer instanceof Error ? answer.message : answer.status()}`);
      continue;
    }
    const links = await page.$$eval('a[href]', (all) => all.map(({ href }) => href));
    wrong.push(
      ...(await missingPlaces(page, links, url)).map(
        (link) => `${where} links to ${link}, which is not there`,
      ),
    );
    for (const link of links) {
      const [target = ''] = link.split('#');
      if (target.startsWith(root)) seen.add(target);
      else if (!/^(?:https?|mailto):/.test(target)) wrong.push(`${where} links to ${link}`);
    }
    wrong.push(...(await unusable(page, axe, where)));
  }
  return seen.size;
}

/** Fragments of the page itself; those of others are what packages/docs tests on all files at once. */
async function missingPlaces(page: Page, links: readonly string[], url: string): Promise<string[]> {
  const own = links.filter((link) => link.startsWith(`${url}#`));
  const ids = await page.evaluate<string[]>('[...document.querySelectorAll("[id]")].map(({ id }) => id)');
  return own.filter((link) => !ids.includes(decodeURIComponent(link.split('#')[1] ?? '')));
}

async function unusable(page: Page, axe: string, where: string): Promise<string[]> {
  await page.evaluate('for (const one of document.querySelectorAll("main details")) one.open = true');
  const [needed, there] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, innerWidth]',
  );
  // Without preloading, for which axe-core asks for style sheets that the page's policy keeps for the page.
  const violations = await page.evaluate<{ id: string; target: string }[]>(
    `${axe};axe.run({ preload: false, runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ id, target: String(target) }))))`,
  );
  return [
    ...(needed > there ? [`${where} scrolls sideways: ${needed} px`] : []),
    ...violations.map(({ id, target }) => `${where} violates ${id} at ${target}`),
  ];
}

/** Looks each operation up by its id, as its page's name has it, and gives how many were found. */
async function searchAll(page: Page, root: string, wrong: string[]): Promise<number> {
  await page.goto(`${root}reference/index.html`);
  const links = await page.$$eval('main .operations a', (all) => all.map(({ href }) => href));
  for (const link of links) {
    const words = link.slice(link.lastIndexOf('/') + 1, -'.html'.length).replaceAll('-', '_');
    await page.goto(`${root}guides/errors.html`);
    await page.fill('#search', words);
    await page.press('#search', 'Enter');
    const found = await page.waitForURL(link, { timeout: 5_000 }).catch((error: Error) => error);
    if (found instanceof Error) wrong.push(`search for ${words} does not lead to ${link}`);
  }
  return links.length;
}
