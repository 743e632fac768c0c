// Which values fit which generated types, by one TypeScript program for all of them.
import type { Json, JsonObject } from '@agentsource/openapi/json';
import { normalise } from '@agentsource/openapi/normalise';
import { documentWith } from '@agentsource/openapi/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { generateOpenApiTypes } from '../../src/openapi-types.ts';
import { compileInMemory } from '../../src/program.ts';
import { isNothingInCommon } from '../../src/proof/diagnostics.ts';
import { literalType } from '../../src/proof/examples.ts';

export interface Sample {
  schema: string;
  value: Json;
  /** What ajv says. */
  isValid: boolean;
  /** Whether it can be assigned once it has a type of its own. */
  fits: boolean;
  /** Whether it can be written down where the type is asked for, which refuses keys that the type does not name. */
  compiles: boolean;
}

/** Each value against each of its schema's, which are the components of one document. */
export async function samplesOf(
  schemas: JsonObject,
  values: Record<string, readonly Json[]>,
): Promise<Sample[]> {
  const { document } = normalise(documentWith(schemas));
  const pairs = Object.entries(values).flatMap(([schema, all]) => all.map((value) => ({ schema, value })));
  const lines = pairs.flatMap(({ schema, value }, index) => {
    const type = `components['schemas'][${JSON.stringify(schema)}]`;
    return [
      `declare const v${index}: ${literalType(value)}; export const a${index}: ${type} = v${index};`,
      `export const b${index}: ${type} = ${JSON.stringify(value)};`,
    ];
  });
  const text = `import type { components } from './openapi.ts';\n${lines.join('\n')}`;
  const types = await generateOpenApiTypes(document);
  const refused = refusedLines(
    new Map([
      ['/openapi.ts', types],
      ['/samples.ts', text],
    ]),
  );
  const isValid = validator(document);
  return pairs.map(({ schema, value }, index) => ({
    schema,
    value,
    isValid: isValid(schema, value),
    fits: !refused.has(2 * index + 1),
    compiles: !refused.has(2 * index + 2),
  }));
}

function refusedLines(modules: ReadonlyMap<string, string>): Set<number> {
  const program = compileInMemory(modules);
  const file = program.getSourceFile('/samples.ts');
  if (!file) throw new Error('no samples');
  const errors = program.getSemanticDiagnostics(file).map((error) => ({
    isWeak: isNothingInCommon(error),
    line: file.getLineAndCharacterOfPosition(error.start ?? 0).line,
  }));
  // An object that has none of the keys of a type that asks for none fits it; the compiler objects all the same.
  return new Set(errors.filter(({ isWeak, line }) => line % 2 === 0 || !isWeak).map(({ line }) => line));
}

function validator(document: JsonObject): (schema: string, value: Json) => boolean {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false, ownProperties: true });
  ajv.addSchema({ $id: 'openapi:/document', ...document });
  return (schema, value) =>
    ajv.getSchema(`openapi:/document#/components/schemas/${encodeURIComponent(schema)}`)?.(value) === true;
}
