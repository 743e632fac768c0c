// Both versions' generated types in one TypeScript program, so that the compiler can hold them against each other.

import { compileInMemory } from '@agentsource/codegen/program';
import { PipelineError } from '@agentsource/openapi/errors';
import type ts from 'typescript';

export interface Versions {
  checker: ts.TypeChecker;
  /** The exported `paths` of each version. */
  before: ts.Type;
  after: ts.Type;
}

export function compile(before: string, after: string): Versions {
  const program = compileInMemory(
    new Map([
      ['/before.ts', before],
      ['/after.ts', after],
    ]),
  );
  const checker = program.getTypeChecker();
  return { checker, before: pathsOf(program, '/before.ts'), after: pathsOf(program, '/after.ts') };
}

function pathsOf(program: ts.Program, name: string): ts.Type {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(name);
  const module = file && checker.getSymbolAtLocation(file);
  const paths = module && checker.getExportsOfModule(module).find((symbol) => symbol.name === 'paths');
  if (!paths) throw new PipelineError('the generated types export no `paths`; the generator has changed');
  return checker.getDeclaredTypeOfSymbol(paths);
}
