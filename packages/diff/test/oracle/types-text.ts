// What the generated types say of each operation, as text: what people read, and what the verdict leaves to a fix by choice, taken out.
import { generateOpenApiTypes } from '@agentsource/codegen/openapi-types';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import ts from 'typescript';

/** Differences between types that are no more than a fix, by name. */
const NAMED_FEW: [what: string, pattern: RegExp][] = [
  ['documentation', /\/\*\*[\s\S]*?\*\//g],
  ['what is read only can’t be assigned to', /\breadonly /g],
  ['response headers', /headers: \{[^}]*\};/g],
  ['beside anything else, anything says nothing', /unknown & | & unknown/g],
  ['brackets and blanks', /[()\s]+/g],
];

/** By operation id; the components that are called after it included. */
export function typesText(document: OpenApiDocument): Map<string, string> {
  const texts = new Map<string, string>();
  const add = (name: string, node: ts.Node) => {
    const id = /^\w+?_\d+/.exec(name)?.[0] ?? name;
    const text = NAMED_FEW.reduce((all, [, pattern]) => all.replaceAll(pattern, ''), node.getText());
    texts.set(id, `${texts.get(id) ?? ''}${text}`);
  };
  const code = generateOpenApiTypes(document);
  ts.createSourceFile('types.ts', code, ts.ScriptTarget.Latest, true).forEachChild((node) => {
    if (!ts.isInterfaceDeclaration(node)) return;
    for (const member of node.members) {
      const type = ts.isPropertySignature(member) ? member.type : undefined;
      if (node.name.text === 'operations') add(nameOf(member), member);
      if (node.name.text !== 'components' || !type || !ts.isTypeLiteralNode(type)) continue;
      for (const component of type.members) add(nameOf(component), component);
    }
  });
  return texts;
}

function nameOf({ name }: ts.TypeElement): string {
  return name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : '';
}
