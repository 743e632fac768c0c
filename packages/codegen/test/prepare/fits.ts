// Which values fit which generated types, by one TypeScript program for all of them.
import type { Json, JsonObject } from '@agentsource/openapi/json';
import { normalise } from '@agentsource/openapi/normalise';
import { documentWith } from '@agentsource/openapi/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ts from 'typescript';
import { generateOpenApiTypes } from '../../src/openapi-types.ts';
import { compileInMemory } from '../../src/program.ts';
import { misfit } from '../../src/proof/misfit.ts';

export interface Sample {
  schema: string;
  value: Json;
  /** What ajv says. */
  isValid: boolean;
  /** Whether it is of the type, by our own rule. */
  fits: boolean;
  /** Whether it can be written down where the type is asked for, which refuses keys that the type does not name. */
  compiles: boolean;
}

/** Each value against each of its schema's, which are the components of one document. */
export function samplesOf(schemas: JsonObject, values: Record<string, readonly Json[]>): Sample[] {
  const { document } = normalise(documentWith(schemas));
  const pairs = Object.entries(values).flatMap(([schema, all]) => all.map((value) => ({ schema, value })));
  const lines = pairs.map(({ schema, value }, index) => {
    const type = `components['schemas'][${JSON.stringify(schema)}]`;
    return `export const v${index}: ${type} = ${JSON.stringify(value)};`;
  });
  const types = generateOpenApiTypes(document);
  const text = `import type { components } from './openapi.ts';\n${lines.join('\n')}`;
  const judged = judge(types, text);
  const isValid = validator(document);
  return pairs.map(({ schema, value }, index) => ({
    schema,
    value,
    isValid: isValid(schema, value),
    fits: judged.fits(index, value),
    get compiles() {
      return judged.compiles(index);
    },
  }));
}

/** By the number of the line: whether it compiles, and whether a value is of the type that it names. */
function judge(types: string, text: string) {
  const modules = { '/openapi.ts': types, '/samples.ts': text };
  const program = compileInMemory(new Map(Object.entries(modules)));
  const checker = program.getTypeChecker();
  const file = program.getSourceFile('/samples.ts') as ts.SourceFile;
  const lineOf = ({ start = 0 }: ts.Diagnostic) => file.getLineAndCharacterOfPosition(start).line;
  let refused: Set<number> | undefined;
  const declarations = file.statements
    .filter(ts.isVariableStatement)
    .map(({ declarationList }) => declarationList.declarations[0] as ts.VariableDeclaration);
  return {
    compiles: (index: number) => {
      // Not asked of the many: it takes the compiler longer than all the rest.
      refused ??= new Set(program.getSemanticDiagnostics(file).map(lineOf));
      return !refused.has(index + 1);
    },
    fits: (index: number, value: Json) => {
      const type = checker.getTypeFromTypeNode(declarations[index]?.type as ts.TypeNode);
      return misfit(checker, value, type) === undefined;
    },
  };
}

function validator(document: JsonObject): (schema: string, value: Json) => boolean {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false, ownProperties: true });
  ajv.addSchema({ $id: 'openapi:/document', ...document });
  return (schema, value) =>
    ajv.getSchema(`openapi:/document#/components/schemas/${encodeURIComponent(schema)}`)?.(value) === true;
}
