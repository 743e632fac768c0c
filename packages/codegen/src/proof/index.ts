// Proves the types of a document on every build: they compile, no body of a request or an answer is a type that nothing fits, and
// each example of the document fits the type of its place.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { PipelineError } from '@agentsource/openapi/errors';
import ts from 'typescript';
import { compileInMemory } from '../program.ts';
import { bodiesOf } from './bodies.ts';
import { isNothingInCommon, message } from './diagnostics.ts';
import { renderExamples } from './examples.ts';

const REMEDY = 'correct the place by an action in spec/overlays/';

/**
 * @param files The generated modules, by their names: `openapi.ts`.
 * @throws {PipelineError} that names a place of the document, and what to do.
 */
export function proveTypes(document: OpenApiDocument, files: ReadonlyMap<string, string>): void {
  const bodies = bodiesOf(document);
  const examples = renderExamples(document);
  const sources = new Map([...files].map(([name, text]) => [`/${name}`, text]));
  sources.set('/bodies.ts', bodies.text);
  sources.set('/examples.ts', examples.text);
  const program = compileInMemory(sources);
  for (const name of files.keys()) refuseErrors(program, `/${name}`);
  refuseNever(program, bodies.pointers);
  refuseUnfit(program, examples.pointers);
}

function refuseErrors(program: ts.Program, path: string): void {
  const file = program.getSourceFile(path);
  const [error] = file ? program.getSemanticDiagnostics(file) : [];
  if (!error || !file) return;
  const { line } = file.getLineAndCharacterOfPosition(error.start ?? 0);
  const text = file.text.split('\n')[line]?.trim().slice(0, 100);
  throw new PipelineError(
    `the types of the document don't compile, at \`${text}\`: ${message(error)}; look at what the document has there, and ${REMEDY}`,
  );
}

function refuseNever(program: ts.Program, pointers: readonly string[]): void {
  const checker = program.getTypeChecker();
  const aliases = program.getSourceFile('/bodies.ts')?.statements.filter(ts.isTypeAliasDeclaration) ?? [];
  const bodies = aliases.filter(({ name }) => /^Body\d+$/.test(name.text));
  const index = bodies.findIndex(
    ({ type }) => (checker.getTypeFromTypeNode(type).flags & ts.TypeFlags.Never) !== 0,
  );
  if (index < 0) return;
  throw new PipelineError(
    `${pointers[index]}: no value fits the type of this schema (it is never): its parts contradict each other; ${REMEDY}`,
  );
}

function refuseUnfit(program: ts.Program, pointers: readonly string[]): void {
  const file = program.getSourceFile('/examples.ts');
  if (!file) return;
  for (const error of program.getSemanticDiagnostics(file)) {
    if (isNothingInCommon(error)) continue;
    // The first line is the imports.
    const index = file.getLineAndCharacterOfPosition(error.start ?? 0).line - 1;
    throw new PipelineError(
      `${pointers[index]}: the example does not fit the type of its place: ${message(error)}; ${REMEDY}, the example or its schema`,
    );
  }
}
