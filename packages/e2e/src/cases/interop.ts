// What others made for openapi-fetch and openapi-typescript takes our client and our `paths` as they are: compiled and run.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../bundle.ts';
import type { Cell } from '../cell.ts';
import { findChromium, runInChromium } from '../chromium.ts';
import { addSources, install } from '../consumer.ts';
import { runOk } from '../processes.ts';
import { checkPrinted } from '../readme.ts';
import { published, type World } from '../world.ts';

export function interopCells(world: World): Cell[] {
  return [
    {
      kind: 'interop',
      name: 'openapi-react-query',
      run: async () => {
        const directory = await createProject(world, 'react-query', 'browser', 'react-query');
        await compile(world, directory, 'page.ts');
        const { command } = findChromium();
        checkPrinted(await runInChromium(world, command, await bundle(world, directory, 'page.ts')));
        return versions(world, directory, 'openapi-react-query', 'react', '@tanstack/react-query');
      },
    },
    {
      kind: 'interop',
      name: 'openapi-msw',
      run: async () => {
        const directory = await createProject(world, 'msw', 'msw');
        await compile(world, directory, 'main.ts');
        checkPrinted(await runOk(process.execPath, ['main.ts'], { cwd: directory, env: world.stranger.env }));
        return versions(world, directory, 'openapi-msw', 'msw');
      },
    },
  ];
}

async function createProject(world: World, name: string, ...sources: string[]): Promise<string> {
  const directory = addSources(world, world.stranger.directory(name), ...sources);
  await install(world, directory, published(world));
  return directory;
}

async function compile(world: World, directory: string, file: string): Promise<void> {
  const compilerOptions = {
    module: 'esnext',
    moduleResolution: 'bundler',
    target: 'es2024',
    lib: ['es2024', 'dom'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    noEmit: true,
  };
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }));
  await runOk(process.execPath, [world.peers.script('typescript-7', 'tsc')], {
    cwd: directory,
    env: world.stranger.env,
  });
}

async function versions({ peers, stranger }: World, cwd: string, ...packages: string[]): Promise<string> {
  const list = await runOk(process.execPath, [peers.script('npm'), 'ls', '--json', ...packages], {
    cwd,
    env: stranger.env,
  });
  const { dependencies } = JSON.parse(list) as { dependencies: Record<string, { version: string }> };
  return packages.map((name) => `${name} ${dependencies[name]?.version}`).join(', ');
}
