// Both versions' generated types in one TypeScript program, so that the compiler can hold them against each other.

import { compileInMemory } from '@agentsource/codegen/program';
import { PipelineError } from '@agentsource/openapi/errors';
import type ts from 'typescript';

export interface Versions {
  checker: ts.TypeChecker;
  before: Exported;
  after: Exported;
}

/** What a version exports. */
export interface Exported {
  paths: ts.Type;
  components: ts.Type | undefined;
  operations: ts.Type | undefined;
}

export function compile(before: string, after: string): Versions {
  const program = compileInMemory(
    new Map([
      ['/before.ts', before],
      ['/after.ts', after],
    ]),
  );
  const checker = program.getTypeChecker();
  return { checker, before: exportedBy(program, '/before.ts'), after: exportedBy(program, '/after.ts') };
}

function exportedBy(program: ts.Program, name: string): Exported {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(name);
  const module = file && checker.getSymbolAtLocation(file);
  const symbols = new Map(
    module && checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol]),
  );
  const typeOf = (key: keyof Exported) => {
    const symbol = symbols.get(key);
    return symbol && checker.getDeclaredTypeOfSymbol(symbol);
  };
  const paths = typeOf('paths');
  if (!paths) throw new PipelineError('the generated types export no `paths`; the generator has changed');
  return { paths, components: typeOf('components'), operations: typeOf('operations') };
}
