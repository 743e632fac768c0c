// Which calls of a code base a change touches: paths, operation ids and exported names, found by parsing alone.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { METHODS, type OpenApiDocument } from '@agentsource/openapi/document';
import { UnreadableError } from '@agentsource/openapi/errors';
import ts from 'typescript';
import type { Change } from '../change.ts';
import { type Names, namesOf } from './names.ts';

/** A place in a code base that names an operation or a type of the document, and what changed about it. */
export interface Use {
  /** Relative to the directory that was searched. */
  file: string;
  /** From 1. */
  line: number;
  /** What stands there: `client.POST('/v1/things')`, `AddThingsRequest`. */
  text: string;
  /** The changes that reach it, the worst first. */
  changes: Change[];
}

/** Every touched place below a directory, in order of file and line; installed packages and hidden folders are skipped. */
export function findUses(
  directory: string,
  changes: readonly Change[],
  before: OpenApiDocument,
  after: OpenApiDocument,
): Use[] {
  const names = namesOf(changes, before, after);
  return sourceFiles(directory).flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return usesIn(text, relative(directory, file), names);
  });
}

const SOURCE = /\.[cm]?[jt]sx?$/;

function sourceFiles(directory: string): string[] {
  let entries: ReturnType<typeof readEntries>;
  try {
    entries = readEntries(directory);
  } catch (error) {
    throw new UnreadableError(`--usage ${directory}: ${(error as Error).message}`);
  }
  return entries.flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    if (entry.isDirectory()) return sourceFiles(path);
    return entry.isFile() && SOURCE.test(entry.name) ? [path] : [];
  });
}

function readEntries(directory: string) {
  return readdirSync(directory, { withFileTypes: true }).sort((one, other) =>
    one.name < other.name ? -1 : 1,
  );
}

function usesIn(text: string, file: string, names: Names): Use[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kindOf(file));
  const imported = importedTypes(source);
  const uses = new Map<string, Use>();
  const visit = (node: ts.Node): void => {
    const found = useAt(node, names, imported);
    if (found && found.changes.length > 0) {
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      uses.set(`${line} ${found.text}`, { file, line, ...found });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...uses.values()];
}

/** Names imported from our packages, by what they are called in the file. */
function importedTypes(source: ts.SourceFile): Map<string, string> {
  const imported = new Map<string, string>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (!statement.moduleSpecifier.text.startsWith('@agentsource/') || !bindings) continue;
    if (!ts.isNamedImports(bindings)) continue;
    for (const { name, propertyName } of bindings.elements) {
      imported.set(name.text, propertyName?.text ?? name.text);
    }
  }
  return imported;
}

function kindOf(file: string): ts.ScriptKind {
  if (/\.[cm]?ts$/.test(file)) return ts.ScriptKind.TS;
  return /\.tsx$/.test(file) ? ts.ScriptKind.TSX : ts.ScriptKind.JSX;
}

type Found = Pick<Use, 'text' | 'changes'>;

function useAt(node: ts.Node, names: Names, imported: ReadonlyMap<string, string>): Found | undefined {
  if (ts.isStringLiteralLike(node)) return literalUse(node, names);
  if (!ts.isIdentifier(node)) return undefined;
  const { parent } = node;
  // A call of it, or one that it is handed to.
  const isReference =
    ts.isImportSpecifier(parent) || ts.isTypeReferenceNode(parent) || ts.isCallExpression(parent);
  const name = isReference ? imported.get(node.text) : undefined;
  return name === undefined ? undefined : { text: name, changes: names.types.get(name) ?? [] };
}

/** A path, alone or with its method beside it; or a key of `operations` or of `components['schemas']`. */
function literalUse(node: ts.StringLiteralLike, names: Names): Found | undefined {
  const changes = names.paths.get(node.text);
  if (changes === undefined) return keyUse(node, names);
  const method = methodBeside(node);
  if (method === undefined) return { text: node.text, changes };
  const name = `${method.toUpperCase()} ${node.text}`;
  const operation = names.renamed.get(name) ?? name;
  return { text: name, changes: changes.filter((change) => change.operation === operation) };
}

function keyUse(node: ts.StringLiteralLike, names: Names): Found | undefined {
  const access = node.parent.parent;
  if (!ts.isLiteralTypeNode(node.parent) || !ts.isIndexedAccessTypeNode(access)) return undefined;
  const owner = access.objectType.getText();
  const keys = /\boperations$/.test(owner)
    ? names.operationIds
    : /\['schemas'\]$|\["schemas"\]$/.test(owner)
      ? names.components
      : undefined;
  const changes = keys?.get(node.text);
  return changes && { text: access.getText(), changes };
}

/** `client.POST('/path')`, `client.request('post', '/path')`, `client['/path'].POST`, `paths['/path']['post']`. */
function methodBeside(node: ts.StringLiteralLike): string | undefined {
  const { parent } = node;
  if (ts.isCallExpression(parent)) {
    const callee = parent.expression;
    const called = ts.isPropertyAccessExpression(callee) ? asMethod(callee.name.text) : undefined;
    const other = parent.arguments.find((argument) => argument !== node && ts.isStringLiteralLike(argument));
    return called ?? (other && asMethod((other as ts.StringLiteralLike).text));
  }
  const access = ts.isLiteralTypeNode(parent) ? parent.parent : parent;
  const outer = access.parent;
  if (ts.isPropertyAccessExpression(outer)) return asMethod(outer.name.text);
  if (ts.isElementAccessExpression(outer) && ts.isStringLiteralLike(outer.argumentExpression)) {
    return asMethod(outer.argumentExpression.text);
  }
  if (ts.isIndexedAccessTypeNode(outer) && ts.isLiteralTypeNode(outer.indexType)) {
    const { literal } = outer.indexType;
    return ts.isStringLiteralLike(literal) ? asMethod(literal.text) : undefined;
  }
  return undefined;
}

function asMethod(text: string): string | undefined {
  return METHODS.find((method) => method === text.toLowerCase());
}
