// Runs openapi-typescript with the options that keep its output usable and stable; the only place that knows the tool.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { hideData } from '@agentsource/openapi/gate/data';
import type { OpenAPI3 } from 'openapi-typescript';
import { aliasesOf } from './aliases.ts';
import { replaceComments } from './docs/comments.ts';
import { markDocs } from './docs/mark.ts';
import { nameTypes } from './named-types.ts';
import { astToString, transformDocument } from './openapi-typescript.ts';
import { prepare } from './prepare/index.ts';
import { typeNode } from './type-node.ts';

/** The `paths`, `components` and `operations` of a built document, as TypeScript source. */
export function generateOpenApiTypes(document: OpenApiDocument): string {
  const marked = structuredClone(document);
  const docs = markDocs(marked);
  const { document: hidden, reveal } = hideData(marked);
  const ast = withoutConsole(() =>
    transformDocument(prepare(hidden) as unknown as OpenAPI3, {
      // Upstream's key order changes between versions for no reason.
      alphabetize: true,
      // Otherwise a default makes its property required, in request bodies too.
      defaultNonNullable: false,
      // Otherwise `type: object` rejects every real value. It would loosen closed empty objects too; hence the transform.
      emptyObjectsUnknown: true,
      transform: typeNode,
    }),
  );
  replaceComments(ast, docs);
  return reveal(astToString(nameTypes(ast, aliasesOf(document))));
}

/** The tool prints each error that it also throws, `silent` or not; a command says what is wrong once. */
function withoutConsole<T>(generate: () => T): T {
  const { error } = console;
  console.error = () => {};
  try {
    return generate();
  } finally {
    console.error = error;
  }
}
