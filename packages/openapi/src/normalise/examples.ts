// An upstream example that violates its own schema would mislead the mock and everyone who copies it.

import type { OpenApiDocument, Report } from '../document.ts';
import { examplesOf } from '../examples.ts';
import { createSchemaValidator } from '../schema-validator.ts';

export function dropInvalidExamples(document: OpenApiDocument, report: Report): void {
  const validator = createSchemaValidator(document);
  for (const example of examplesOf(document)) {
    const problem = firstProblem(() => validator.violations(example.schemaPointer, example.value)[0]);
    if (problem === undefined) continue;
    example.remove();
    report('invalid-example', example.pointer, `violates its schema (${problem}); dropped`);
  }
}

/** A schema that can't be compiled has no verdict on its examples; validation names it later. */
function firstProblem(check: () => { pointer: string; message: string } | undefined): string | undefined {
  try {
    const violation = check();
    return violation && `${violation.pointer || 'the value'} ${violation.message}`;
  } catch {
    return undefined;
  }
}
