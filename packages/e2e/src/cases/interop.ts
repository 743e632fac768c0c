// What others made for openapi-fetch and openapi-typescript takes our client and our `paths` as they are: compiled and run.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../bundle.ts';
import { findChromium, runInChromium } from '../chromium.ts';
import { addSources, install } from '../consumer.ts';
import type { Context } from '../context.ts';
import { runOk } from '../processes.ts';
import { checkPrinted } from '../readme.ts';
import type { TestCase } from '../test-case.ts';

export function interopCases(context: Context): TestCase[] {
  return [
    {
      kind: 'interop',
      name: 'openapi-react-query',
      run: async () => {
        const directory = await createProject(context, 'react-query', 'browser', 'react-query');
        await compile(context, directory, 'page.ts');
        const { command } = findChromium();
        checkPrinted(await runInChromium(context, command, await bundle(context, directory, 'page.ts')));
        return versions(context, directory, 'openapi-react-query', 'react', '@tanstack/react-query');
      },
    },
    {
      kind: 'interop',
      name: 'openapi-msw',
      run: async () => {
        const directory = await createProject(context, 'msw', 'msw');
        await compile(context, directory, 'main.ts');
        checkPrinted(
          await runOk(process.execPath, ['main.ts'], { cwd: directory, env: context.sandbox.env }),
        );
        return versions(context, directory, 'openapi-msw', 'msw');
      },
    },
  ];
}

async function createProject(context: Context, name: string, ...sources: string[]): Promise<string> {
  const directory = addSources(context, context.sandbox.directory(name), ...sources);
  await install(context, directory, context.published);
  return directory;
}

async function compile(context: Context, directory: string, file: string): Promise<void> {
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
  await runOk(process.execPath, [context.peers.script('typescript-7', 'tsc')], {
    cwd: directory,
    env: context.sandbox.env,
  });
}

async function versions({ peers, sandbox }: Context, cwd: string, ...packages: string[]): Promise<string> {
  const list = await runOk(process.execPath, [peers.script('npm'), 'ls', '--json', ...packages], {
    cwd,
    env: sandbox.env,
  });
  const { dependencies } = JSON.parse(list) as { dependencies: Record<string, { version: string }> };
  return packages.map((name) => `${name} ${dependencies[name]?.version}`).join(', ');
}
