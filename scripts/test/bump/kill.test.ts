// A bump killed at any moment leaves the old tree or the new one, and the next run works.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finishCutLanding } from '../../src/bump/land.ts';
import { bumpTree } from './bump-tree.ts';
import { createTree, fixturePage, nextPage, snapshot, write } from './tree.ts';

type Snapshot = Record<string, string>;

/** Starts one of the programs beside this file; `kill` ends it with no chance to react. */
function start(program: string, ...args: string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, program), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  return { child, ended };
}

/** Starts a bump and waits until it has loaded what it consists of, and begins. */
async function startBump(root: string, source: string) {
  const bumping = start('run-bump.ts', root, source);
  await once(bumping.child.stdout, 'data');
  bumping.child.stdout.resume();
  return bumping;
}

describe('a bump that is killed', { timeout: 60_000 }, () => {
  const MOMENTS = 8;
  let root: string;
  let template: string;
  let source: string;
  let old: Snapshot;
  let landed: Snapshot;
  let duration: number;

  beforeAll(async () => {
    template = await createTree();
    source = join(template, '..', `${template.split('/').at(-1)}.md`);
    writeFileSync(source, nextPage(fixturePage()));
    old = snapshot(template);
    root = fresh();
    const { ended } = await startBump(root, source);
    const since = performance.now();
    expect(await ended).toEqual([0, null]);
    duration = performance.now() - since;
    landed = snapshot(root);
    expect(landed).not.toEqual(old);
    rmSync(root, { recursive: true });
  }, 60_000);
  afterAll(() => {
    for (const path of [template, source]) rmSync(path, { recursive: true, force: true });
  });

  function fresh(): string {
    const directory = mkdtempSync(join(tmpdir(), 'bump-kill-'));
    cpSync(template, directory, { recursive: true });
    return directory;
  }

  test.each(Array.from({ length: MOMENTS }, (_, index) => (index + 1) / (MOMENTS + 1)))(
    'after %f of its time leaves the old or the new tree, and the next one works',
    async (share) => {
      root = fresh();
      const { child, ended } = await startBump(root, source);
      await delay(duration * share);
      child.kill('SIGKILL');
      await ended;
      finishCutLanding(root);
      expect([old, landed]).toContainEqual(snapshot(root));
      await bumpTree(root, [source]);
      expect(snapshot(root)).toEqual(landed);
      expect(existsSync(join(root, '.bump'))).toBe(false);
      rmSync(root, { recursive: true });
    },
  );

  test.each([
    ['SIGINT', 'judging'],
    ['SIGINT', 'beside the tree'],
    ['SIGTERM', 'beside the tree'],
  ] as const)('by %s while %s clears up after itself', async (signal, step) => {
    root = fresh();
    const { child, ended } = start('run-bump.ts', root, source, 'apart');
    for await (const chunk of child.stdout) if (String(chunk).includes(step)) child.kill(signal);
    expect(await ended).toEqual([signal === 'SIGINT' ? 130 : 143, null]);
    expect(snapshot(root)).toEqual(old);
    expect(existsSync(join(root, '.bump'))).toBe(false);
    rmSync(root, { recursive: true });
  });
});

describe('a landing that is cut off', { timeout: 60_000 }, () => {
  const COUNT = 500;
  let root: string;

  function createFiles(): void {
    root = mkdtempSync(join(tmpdir(), 'land-'));
    for (let index = 0; index < COUNT; index += 1) {
      write(root, `file-${index}`, 'old');
      write(root, `new/file-${index}`, 'new');
    }
  }

  function contents(): Map<string, number> {
    const files = readdirSync(root).filter((name) => name.startsWith('file-'));
    const counts = new Map<string, number>();
    for (const name of files) {
      const content = readFileSync(join(root, name), 'utf8');
      counts.set(content, (counts.get(content) ?? 0) + 1);
    }
    return counts;
  }

  const allOld = new Map([['old', COUNT]]);
  const allNew = new Map([['new', (COUNT * 9) / 10]]);

  // Where it has got to is read from the tree itself, as fast as this process can look.
  test.each([
    ['when staging begins', '.bump/landing/0'],
    ['early in staging', '.bump/landing/50'],
    ['in the middle of staging', '.bump/landing/250'],
    ['late in staging', '.bump/landing/480'],
    ['right before the decision', '.bump/journal.draft'],
    ['at the decision', '.bump/journal.json'],
    ['right after the first file', '0'],
    ['a tenth of the way', '50'],
    ['a third of the way', '165'],
    ['half way', '250'],
    ['three quarters of the way', '375'],
    ['near the end', '480'],
  ])('%s is finished, or never was', async (_, mark) => {
    createFiles();
    const { child, ended } = start('run-land.ts', root, String(COUNT));
    const isStaged = (name: string) => existsSync(join(root, '.bump/landing', name));
    let isAllStaged = false;
    const isReached = () => {
      if (!/^\d+$/.test(mark)) return existsSync(join(root, mark));
      isAllStaged ||= isStaged(String(COUNT - 2));
      return isAllStaged && !isStaged(mark);
    };
    for (let looks = 1; !isReached() && child.exitCode === null; looks += 1) {
      if (looks % 1_000 === 0) await delay(0);
    }
    child.kill('SIGKILL');
    await ended;
    const cut = contents();
    const isDecided = existsSync(join(root, '.bump/journal.json'));
    finishCutLanding(root);
    if (isDecided) expect(contents()).toEqual(allNew);
    else expect([allOld, allNew]).toContainEqual(cut);
    expect(existsSync(join(root, '.bump'))).toBe(false);
    rmSync(root, { recursive: true });
  });

  test('is finished by pnpm generate before turbo looks at the tree', async () => {
    root = mkdtempSync(join(tmpdir(), 'land-'));
    const scripts = join(import.meta.dirname, '../..');
    for (const name of ['land', 'lock', 'staging-directory']) {
      cpSync(join(scripts, `src/bump/${name}.ts`), join(root, `scripts/src/bump/${name}.ts`));
    }
    for (const name of ['turbo.mjs', 'pnpm.mjs']) cpSync(join(scripts, name), join(root, 'scripts', name));
    symlinkSync(join(scripts, 'node_modules'), join(root, 'scripts/node_modules'));
    write(root, 'file', 'old');
    write(root, '.bump/landing/0', 'new');
    write(root, '.bump/journal.json', JSON.stringify([{ path: 'file', staged: '0' }]));
    // There is nothing for turbo to run here; what counts is what happened before.
    spawnSync(process.execPath, [join(root, 'scripts/turbo.mjs'), 'run', 'generate']);
    expect(readFileSync(join(root, 'file'), 'utf8')).toBe('new');
    expect(existsSync(join(root, '.bump'))).toBe(false);
    rmSync(root, { recursive: true });
  });
});
