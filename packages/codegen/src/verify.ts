// Looks at every generated file once more before it is written: it has to hold the kinds of statements that belong in it, and nothing
// else. A document's text that got out of its string or its comment would be something else.
import { PipelineError } from '@agentsource/openapi/errors';
import ts from 'typescript';

/**
 * `types`: declarations that are gone at run time. `constants`: literals as well. `functions`: both, and functions that pass literals
 * and what they get to one of ours. `validators`: ajv's functions.
 */
export type Contents = 'types' | 'constants' | 'functions' | 'validators';

const { SyntaxKind } = ts;

const STATEMENTS: Record<Contents, ReadonlySet<ts.SyntaxKind>> = {
  types: new Set([SyntaxKind.InterfaceDeclaration, SyntaxKind.TypeAliasDeclaration]),
  constants: new Set([SyntaxKind.VariableStatement]),
  functions: new Set([
    SyntaxKind.InterfaceDeclaration,
    SyntaxKind.TypeAliasDeclaration,
    SyntaxKind.VariableStatement,
    SyntaxKind.FunctionDeclaration,
  ]),
  validators: new Set([
    SyntaxKind.VariableStatement,
    SyntaxKind.FunctionDeclaration,
    SyntaxKind.ExpressionStatement,
  ]),
};

/** What ajv's functions use that they don't declare. */
const GLOBALS = new Set(
  'Array Infinity Math NaN Number Object RegExp isFinite isNaN parseInt undefined'.split(' '),
);
/** The methods that they call; anything else could lead from a value of the document's to `Function`. */
const METHODS = new Set('abs call concat isArray keys pop push replace round test trunc validate'.split(' '));

/** @throws {PipelineError} that says in which file what stands that does not belong there. */
export function verifyGenerated(path: string, text: string, contents: Contents): void {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const { parseDiagnostics } = file as ts.SourceFile & { parseDiagnostics: readonly ts.Diagnostic[] };
  const [broken] = parseDiagnostics;
  if (broken) fail(file, broken.start ?? 0, ts.flattenDiagnosticMessageText(broken.messageText, ' '));
  for (const statement of file.statements) {
    if (isOwnModule(statement) || isTypeExport(statement)) continue;
    if (!STATEMENTS[contents].has(statement.kind))
      fail(file, statement.getStart(), SyntaxKind[statement.kind]);
  }
  if (contents === 'types' || contents === 'functions') {
    refuseImportTypes(file);
    refuseForeignTags(file);
  }
  if (contents === 'constants') refuseAllButLiterals(file);
  else if (contents === 'functions') {
    refuseAllButLiterals(file);
    refuseAllButOneCall(file);
  } else if (contents === 'validators') {
    refuseForeignNames(file);
    refuseForeignCalls(file);
  }
}

function fail(file: ts.SourceFile, position: number, what: string): never {
  const { line } = file.getLineAndCharacterOfPosition(position);
  throw new PipelineError(
    `${file.fileName}:${line + 1}: the generated file would hold what does not belong in it (${what}), so something in the ` +
      'document has got out of its place; nothing was written. Look at what the document has there, and correct it by an overlay action.',
  );
}

/** An import or re-export, by name, of a file of the package's own; or the types. */
function isOwnModule(statement: ts.Statement): boolean {
  const isImport = ts.isImportDeclaration(statement);
  const isNamedExport =
    ts.isExportDeclaration(statement) && statement.exportClause?.kind === SyntaxKind.NamedExports;
  if (!isImport && !isNamedExport) return false;
  const { moduleSpecifier } = statement;
  if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return false;
  const { text } = moduleSpecifier;
  const isTypes = isImport && text === '@agentsource/types' && statement.importClause?.isTypeOnly === true;
  return isTypes || /^\.{1,2}\/[a-z./-]+\.ts$/.test(text);
}

function isTypeExport(statement: ts.Statement): boolean {
  return ts.isExportDeclaration(statement) && statement.isTypeOnly && !statement.moduleSpecifier;
}

function refuseImportTypes(node: ts.Node): void {
  if (ts.isImportTypeNode(node)) fail(node.getSourceFile(), node.getStart(), 'ImportType');
  ts.forEachChild(node, refuseImportTypes);
}

/** The tags that comments of ours have. */
const TAGS = new Set('default deprecated example throws'.split(' '));

function refuseForeignTags(node: ts.Node): void {
  const { jsDoc = [] } = node as ts.Node & { jsDoc?: ts.JSDoc[] };
  const foreign = jsDoc.flatMap(({ tags = [] }) => [...tags]).find(({ tagName }) => !TAGS.has(tagName.text));
  if (foreign) fail(node.getSourceFile(), foreign.getStart(), `the tag @${foreign.tagName.text}`);
  ts.forEachChild(node, refuseForeignTags);
}

const LITERALS = new Set([
  SyntaxKind.StringLiteral,
  SyntaxKind.NumericLiteral,
  SyntaxKind.TrueKeyword,
  SyntaxKind.FalseKeyword,
  SyntaxKind.NullKeyword,
]);

function refuseAllButLiterals(file: ts.SourceFile): void {
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { initializer } of statement.declarationList.declarations) {
      if (initializer && !isLiteral(initializer))
        fail(file, initializer.getStart(), SyntaxKind[initializer.kind]);
    }
  }
}

function isLiteral(node: ts.Expression): boolean {
  if (ts.isAsExpression(node)) return isLiteral(node.expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isLiteral);
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.every(
      (one) =>
        ts.isPropertyAssignment(one) && !ts.isComputedPropertyName(one.name) && isLiteral(one.initializer),
    );
  }
  return LITERALS.has(node.kind);
}

/** A function returns what one that the file imports makes of literals, of its parameters and of the file's constants. */
function refuseAllButOneCall(file: ts.SourceFile): void {
  const functions = file.statements.filter(ts.isFunctionDeclaration);
  const imported = new Set(
    file.statements.filter(ts.isImportDeclaration).flatMap(({ importClause }) => {
      const bindings = importClause?.namedBindings;
      return bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [];
    }),
  );
  const isArgument = (node: ts.Expression) => ts.isIdentifier(node) || isLiteral(node);
  for (const one of functions) {
    const [statement, ...others] = one.body?.statements ?? [];
    const call = statement && ts.isReturnStatement(statement) ? statement.expression : undefined;
    const isSuch =
      others.length === 0 &&
      !one.asteriskToken &&
      call !== undefined &&
      ts.isCallExpression(call) &&
      ts.isIdentifier(call.expression) &&
      imported.has(call.expression.text) &&
      call.arguments.every(isArgument) &&
      one.parameters.every(({ name, initializer }) => ts.isIdentifier(name) && !initializer);
    if (!isSuch) fail(file, one.getStart(), 'a function of another kind');
  }
}

/** Every name is one that the file declares itself, or one of the few that a validator needs. */
function refuseForeignNames(file: ts.SourceFile): void {
  const declared = new Set<string>();
  const names: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      if (isDeclaration(node)) declared.add(node.text);
      else if (!isMemberName(node)) names.push(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  const foreign = names.find(({ text }) => !declared.has(text) && !GLOBALS.has(text));
  if (foreign) fail(file, foreign.getStart(), `the name ${foreign.text}`);
}

/** Functions by their names, methods of the list, and patterns made of literals. */
function refuseForeignCalls(node: ts.Node): void {
  const refuse = () =>
    fail(node.getSourceFile(), node.getStart(), `a call of ${node.getText().slice(0, 60)}`);
  if (ts.isNewExpression(node)) {
    const isPattern = node.expression.getText() === 'RegExp' && node.arguments?.every(ts.isStringLiteral);
    if (!isPattern) refuse();
  } else if (ts.isCallExpression(node)) {
    const { expression } = node;
    const isMethod = ts.isPropertyAccessExpression(expression) && METHODS.has(expression.name.text);
    if (!ts.isIdentifier(expression) && !isMethod) refuse();
  } else if (ts.isTaggedTemplateExpression(node)) refuse();
  ts.forEachChild(node, refuseForeignCalls);
}

function isDeclaration({ parent }: ts.Identifier): boolean {
  return (
    ts.isVariableDeclaration(parent) ||
    ts.isFunctionDeclaration(parent) ||
    ts.isParameter(parent) ||
    ts.isBindingElement(parent) ||
    ts.isImportSpecifier(parent)
  );
}

/** `name` of `value.name` and of `{ name: value }`: whose members they are was asked already. Types are gone at run time. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    ts.isTypeReferenceNode(parent)
  );
}
