// Gives the object types of a document their names where the compiler looks for them: it prints a type by the alias that it was
// written under, and what stands in an interface has none. So what people can import under a name is written as an alias of that
// name, which `components` and `operations` refer to. It is not exported: where declarations are made of such a type, nobody's
// package has to name this file.
import ts from 'typescript';
import type { Alias } from './aliases.ts';
import { pascalCase } from './names.ts';

const { factory } = ts;

/** The statements, with an alias before them for each type that has a name. */
export function nameTypes(statements: readonly ts.Node[], aliases: readonly Alias[]): ts.Node[] {
  const taken = namesIn(statements);
  const names = new Map<ts.TypeNode, string>();
  for (const { name, places } of aliases) {
    const [place, ...others] = places;
    const type = place && others.length === 0 ? typeAt(statements, place) : undefined;
    // Beside a type of the library's that the file uses, `Record` or `Blob`, none of the same name can stand.
    if (type && hasAlias(type) && !taken.has(name) && !names.has(type)) names.set(type, name);
  }
  for (const name of names.values()) taken.add(name);
  for (const [id, type] of operationTypes(statements)) {
    const name = `${pascalCase(id)}Operation`;
    if (!taken.has(name)) names.set(type, name);
    taken.add(name);
  }
  const declarations = [...names].map(([type, name]) =>
    factory.createTypeAliasDeclaration(undefined, name, undefined, refer(type, names, type)),
  );
  return [...declarations, ...statements.map((statement) => refer(statement, names))];
}

/** The operations themselves, of which results are printed. */
function operationTypes(statements: readonly ts.Node[]): [id: string, type: ts.TypeNode][] {
  return membersOf(statements, 'operations').flatMap(({ name, type }) => {
    const id = textOf(name);
    return id !== undefined && type && ts.isTypeLiteralNode(type) ? [[id, type]] : [];
  });
}

/** The node with references in the place of what has a name. */
function refer<Node extends ts.Node>(node: Node, names: ReadonlyMap<ts.Node, string>, top?: ts.Node): Node {
  const visit =
    (context: ts.TransformationContext) =>
    (inner: ts.Node): ts.Node => {
      const name = inner === top ? undefined : names.get(inner);
      if (name !== undefined) return factory.createTypeReferenceNode(name);
      return ts.visitEachChild(inner, visit(context), context);
    };
  return ts.transform(node, [(context) => (root) => visit(context)(root) as Node]).transformed[0] as Node;
}

/** Whether the compiler keeps the alias of such a type, and a reader is better off with it: values are best seen themselves. */
function hasAlias(type: ts.TypeNode): boolean {
  if (ts.isTypeLiteralNode(type) || ts.isIntersectionTypeNode(type)) return true;
  return (
    ts.isUnionTypeNode(type) &&
    type.types.some((one) => hasAlias(one) || ts.isIndexedAccessTypeNode(one) || ts.isTypeReferenceNode(one))
  );
}

function typeAt(
  statements: readonly ts.Node[],
  [root = '', ...keys]: readonly string[],
): ts.TypeNode | undefined {
  let members = membersOf(statements, root);
  let type: ts.TypeNode | undefined;
  for (const key of keys) {
    type = members.find(({ name }) => textOf(name) === key)?.type;
    members = type && ts.isTypeLiteralNode(type) ? type.members.filter(ts.isPropertySignature) : [];
  }
  return type;
}

function membersOf(statements: readonly ts.Node[], root: string): ts.PropertySignature[] {
  const top = statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === root,
  ) as ts.InterfaceDeclaration | undefined;
  return top?.members.filter(ts.isPropertySignature) ?? [];
}

function textOf(name: ts.PropertyName): string | undefined {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name)
    ? name.text
    : undefined;
}

/** The names that the statements declare, and those that they use. */
function namesIn(statements: readonly ts.Node[]): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) names.add(node.typeName.text);
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  for (const statement of statements) visit(statement);
  return names;
}
