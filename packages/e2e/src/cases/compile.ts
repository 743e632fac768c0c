// Every TypeScript that we promise × how it resolves modules × whether it checks our declarations × exactOptionalPropertyTypes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOddities } from '@agentsource/codegen/testing/oddities';
import { addSources } from '../consumer.ts';
import type { Context } from '../context.ts';
import { run, runOk } from '../processes.ts';
import type { TestCase } from '../test-case.ts';

const COMPILERS = ['5.4', '5.9', '6', '7'];
const RESOLUTIONS = { nodenext: 'nodenext', bundler: 'esnext' };

export function compileCases(context: Context): TestCase[] {
  const directory = addSources(context, join(context.project, 'compile'), 'compile');
  const matrix = COMPILERS.flatMap((compiler) =>
    Object.keys(RESOLUTIONS).flatMap((moduleResolution) =>
      [false, true].flatMap((skipLibCheck) =>
        [false, true].map((exactOptionalPropertyTypes) => ({
          kind: 'compile',
          name: `TypeScript ${compiler} ${moduleResolution} ${shown({ skipLibCheck, exactOptionalPropertyTypes })}`,
          run: () =>
            compile(context, directory, compiler, {
              moduleResolution,
              skipLibCheck,
              exactOptionalPropertyTypes,
            }),
        })),
      ),
    ),
  );
  return [
    ...matrix,
    ...COMPILERS.map((compiler) => ({
      kind: 'compile',
      name: `TypeScript ${compiler} types of odd schemas`,
      run: () => compileOddities(context, compiler),
    })),
    { kind: 'compile', name: 'Deno', run: () => denoCheck(context, directory) },
  ];
}

/** The types that we would generate from a document of oddities, which no release has yet. */
async function compileOddities(context: Context, compiler: string): Promise<string> {
  const directory = join(context.project, 'oddities', compiler);
  await writeOddities(directory);
  return await runCompiler(context, { directory, compiler, config: 'tsconfig.json' });
}

/** Deno resolves declarations its own way. */
async function denoCheck(context: Context, cwd: string): Promise<string> {
  const deno = context.peers.runtime('deno');
  await runOk(deno, ['check', 'readme.ts', 'usage.ts'], { cwd, env: context.sandbox.env });
  return 'deno check';
}

interface Options {
  moduleResolution: string;
  skipLibCheck: boolean;
  exactOptionalPropertyTypes: boolean;
}

async function compile(
  context: Context,
  directory: string,
  compiler: string,
  options: Options,
): Promise<string> {
  const { moduleResolution } = options;
  const config = `tsconfig.${compiler}.${Object.values(options).join('.')}.json`;
  const compilerOptions = {
    ...options,
    module: RESOLUTIONS[moduleResolution as keyof typeof RESOLUTIONS],
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    types: [],
    strict: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
  };
  writeFileSync(
    join(directory, config),
    JSON.stringify({ compilerOptions, files: ['readme.ts', 'usage.ts'] }),
  );
  return await runCompiler(context, { directory, compiler, config });
}

async function runCompiler(
  context: Context,
  { directory, compiler, config }: { directory: string; compiler: string; config: string },
): Promise<string> {
  const peer = `typescript-${compiler}`;
  const { status, output } = await run(
    process.execPath,
    [context.peers.script(peer, 'tsc'), '--project', config],
    { cwd: directory, env: context.sandbox.env },
  );
  if (status !== 0) throw new Error(output);
  return `TypeScript ${context.peers.version(peer)}`;
}

function shown(flags: Record<string, boolean>): string {
  return Object.entries(flags)
    .map(([flag, on]) => `${on ? '+' : '-'}${flag.replace('PropertyTypes', '')}`)
    .join(' ');
}
