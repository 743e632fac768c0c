// Proves the types of a document on every build: they compile, no body of a request or an answer is a type that nothing fits, and
// each example of the document fits the type of its place.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { PipelineError } from '@agentsource/openapi/errors';
import ts from 'typescript';
import { compileInMemory } from '../program.ts';
import { tsComment } from '../text.ts';
import { bodiesOf } from './bodies.ts';
import { examplesIn } from './examples.ts';
import { misfit } from './misfit.ts';
import { PLACE_HELPERS } from './place.ts';

const REMEDY = 'correct the place by an action in spec/overlays/';

/**
 * @param files The generated modules, by their names: `openapi.ts`.
 * @throws {PipelineError} that names a place of the document, and what to do.
 */
export function proveTypes(document: OpenApiDocument, files: ReadonlyMap<string, string>): void {
  const bodies = bodiesOf(document);
  const examples = examplesIn(document);
  const sources = new Map([...files].map(([name, text]) => [`/${name}`, text]));
  sources.set('/places.ts', renderPlaces([...bodies, ...examples].map(({ type }) => type)));
  const program = compileInMemory(sources);
  for (const name of files.keys()) refuseErrors(program, `/${name}`);
  const types = typesOf(program, '/places.ts');
  const checker = program.getTypeChecker();
  for (const [index, { pointer }] of bodies.entries()) refuseNever(checker, types[index], pointer);
  for (const [index, { pointer, value }] of examples.entries()) {
    const type = types[bodies.length + index] as ts.Type;
    const place = misfit(checker, value, type);
    if (place !== undefined) refuseExample(pointer, place, checker.typeToString(type));
  }
}

function refuseErrors(program: ts.Program, path: string): void {
  const file = program.getSourceFile(path);
  const [error] = file ? program.getSemanticDiagnostics(file) : [];
  if (!error || !file) return;
  const { line } = file.getLineAndCharacterOfPosition(error.start ?? 0);
  const text = file.text.split('\n')[line]?.trim().slice(0, 100);
  const message = ts.flattenDiagnosticMessageText(error.messageText, ' ').slice(0, 300);
  throw new PipelineError(
    `the types of the document don't compile, at \`${text}\`: ${tsComment(message)} Look at what the document has there, and ${REMEDY}`,
  );
}

function refuseNever(checker: ts.TypeChecker, type: ts.Type | undefined, pointer: string): void {
  // An intersection whose parts exclude each other is never once it is asked for, and not before.
  if (!type || !checker.isTypeAssignableTo(type, checker.getNeverType())) return;
  throw new PipelineError(
    `${pointer}: no value fits the type of this schema (it is never), since its parts contradict each other; ${REMEDY}`,
  );
}

function refuseExample(pointer: string, place: string, type: string): void {
  const where = place === '' ? '' : ` at ${place}`;
  throw new PipelineError(
    `${pointer}: the example does not fit the type of its place${where} (${tsComment(type.slice(0, 200))}); correct the example or its schema ` +
      'by an action in spec/overlays/',
  );
}

function renderPlaces(types: readonly string[]): string {
  const aliases = types.map((type, index) => `export type Place${index} = ${type};`);
  return `import type { components, paths } from './openapi.ts';${PLACE_HELPERS}${aliases.join('\n')}\n`;
}

/** The types that the module exports, in its order. */
function typesOf(program: ts.Program, path: string): ts.Type[] {
  const checker = program.getTypeChecker();
  const aliases = program.getSourceFile(path)?.statements.filter(ts.isTypeAliasDeclaration) ?? [];
  return aliases
    .filter(({ name }) => /^Place\d+$/.test(name.text))
    .map(({ type }) => checker.getTypeFromTypeNode(type));
}
