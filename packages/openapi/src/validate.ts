// The last gate before the document is derived from: structure, references, patterns and examples.
import { createConfig, lintFromString } from '@redocly/openapi-core';
import type { OpenApiDocument } from './document.ts';
import { examplesOf } from './examples.ts';
import { hideData } from './gate/data.ts';
import { patternProblem } from './normalise/pattern.ts';
import { child } from './pointer.ts';
import { createSchemaValidator } from './schema-validator.ts';
import { patternsOf } from './slow-patterns.ts';
import { operationsOf, walk } from './walk.ts';

export interface Problem {
  pointer: string;
  message: string;
  /** The document is good but for an example. */
  isOfExample?: boolean;
}

/** Everything that is wrong with a document after normalisation and overlays; empty when it may be built. */
export async function problemsOf(document: OpenApiDocument): Promise<Problem[]> {
  const problems = [
    ...(await structureProblems(document)),
    ...sameOperationProblems(document),
    ...dotSegmentProblems(document),
    ...patternProblems(document),
  ];
  // Examples are judged by compiled schemas, and a broken schema does not compile.
  return problems.length > 0 ? problems : exampleProblems(document);
}

const STRUCTURE_RULES = {
  struct: 'error',
  'no-unresolved-refs': 'error',
  'operation-operationId-unique': 'error',
  'path-parameters-defined': 'error',
  'path-declaration-must-exist': 'error',
  'security-defined': 'off',
} as const;

async function structureProblems(document: OpenApiDocument): Promise<Problem[]> {
  const config = await createConfig({ rules: STRUCTURE_RULES });
  const problems = await lintFromString({
    source: JSON.stringify(hideData(document).document),
    config,
    absoluteRef: 'openapi.json',
  });
  return problems
    .filter(({ severity }) => severity === 'error')
    .map(({ location: [place], message }) => ({
      pointer: place?.pointer?.replace(/^#/, '') ?? '',
      message: message.replaceAll('\n', ' ').trim(),
    }));
}

/** `/a/{x}` and `/a/{y}` are one path. They may share it, one method here and another there. */
function sameOperationProblems(document: OpenApiDocument): Problem[] {
  const known = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { method, path, pointer } of operationsOf(document)) {
    const call = `${method} ${path.replaceAll(/\{[^{}]*\}/g, '{}')}`;
    const other = known.get(call);
    if (other === undefined) known.set(call, pointer);
    else problems.push({ pointer, message: `no request is another one than that of ${other}` });
  }
  return problems;
}

/** URLs resolve them, and a call would go to another path, with the key. */
function dotSegmentProblems(document: OpenApiDocument): Problem[] {
  return Object.keys(document.paths)
    .filter((path) => /(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i.test(path))
    .map((path) => ({
      pointer: child('/paths', path),
      message: 'URLs resolve the dots: no request has this path',
    }));
}

function patternProblems(document: OpenApiDocument): Problem[] {
  const problems: Problem[] = [];
  walk(document, {
    schema: (schema, at) => {
      for (const { pattern, pointer } of patternsOf(schema, at)) {
        const reason = patternProblem(pattern);
        if (reason === undefined) continue;
        problems.push({ pointer, message: `JavaScript can't compile the pattern: ${reason}` });
      }
    },
  });
  return problems;
}

function exampleProblems(document: OpenApiDocument): Problem[] {
  const validator = createSchemaValidator(document);
  return examplesOf(document).flatMap(({ pointer, schemaPointer, value }) => {
    try {
      return validator.violations(schemaPointer, value).map((violation) => ({
        pointer,
        message: `the example violates its schema at ${violation.pointer || 'its top'}: ${violation.message}`,
        isOfExample: true,
      }));
    } catch (error) {
      return [
        { pointer: schemaPointer, message: `the schema can't be compiled: ${(error as Error).message}` },
      ];
    }
  });
}
