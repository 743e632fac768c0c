// Both versions' generated types in one TypeScript program, so that the compiler can hold them against each other.

import { PipelineError } from '@agentsource/openapi/errors';
import ts from 'typescript';

export interface Versions {
  checker: ts.TypeChecker;
  /** The exported `paths` of each version. */
  before: ts.Type;
  after: ts.Type;
}

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  // What the generated types use of the library (arrays, Record, Omit) is all in here.
  lib: ['lib.es5.d.ts'],
  types: [],
};

export function compile(before: string, after: string): Versions {
  const sources = new Map([
    ['/before.ts', before],
    ['/after.ts', after],
  ]);
  const program = ts.createProgram([...sources.keys()], OPTIONS, hostOf(sources));
  const checker = program.getTypeChecker();
  return { checker, before: pathsOf(program, '/before.ts'), after: pathsOf(program, '/after.ts') };
}

/** TypeScript's own library, parsed once for all programs: it is most of what a small program costs. */
const library = new Map<string, ts.SourceFile | undefined>();

/** Serves the two texts from memory and the library from TypeScript's own folder. */
function hostOf(sources: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS);
  return {
    ...host,
    getCurrentDirectory: () => '/',
    fileExists: (name) => sources.has(name) || host.fileExists(name),
    readFile: (name) => sources.get(name) ?? host.readFile(name),
    getSourceFile: (name, target) => {
      const text = sources.get(name);
      if (text !== undefined) return ts.createSourceFile(name, text, target, true);
      if (!library.has(name)) library.set(name, host.getSourceFile(name, target));
      return library.get(name);
    },
  };
}

function pathsOf(program: ts.Program, name: string): ts.Type {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(name);
  const module = file && checker.getSymbolAtLocation(file);
  const paths = module && checker.getExportsOfModule(module).find((symbol) => symbol.name === 'paths');
  if (!paths) throw new PipelineError('the generated types export no `paths`; the generator has changed');
  return checker.getDeclaredTypeOfSymbol(paths);
}
