/// <reference path="./openapi-typescript.d.ts" />
// The generator's transformation alone. Its main function first has another library resolve references and lint, which the gate and the
// validation here have done already; that library can fetch and read files, and costs as much time as all the rest.
import type { OpenAPI3, OpenAPITSOptions } from 'openapi-typescript';
import { resolveRef, scanDiscriminators } from 'openapi-typescript/dist/lib/utils.mjs';
import transformSchema from 'openapi-typescript/dist/transform/index.mjs';
import type ts from 'typescript';

export { astToString } from 'openapi-typescript/dist/lib/ts.mjs';
export { default as transformSchemaObject } from 'openapi-typescript/dist/transform/schema-object.mjs';

type Context = Parameters<typeof transformSchema>[1];

/** `openapiTS` for a document whose references lead to places within it. */
export function transformDocument(document: OpenAPI3, options: OpenAPITSOptions): ts.Node[] {
  // What its main function makes of an option that is left out is the same as none, but for `defaultNonNullable`, which is given.
  const context = {
    injectFooter: [],
    silent: true,
    ...options,
    discriminators: scanDiscriminators(document, options),
    resolve: (reference: string) => resolveRef(document, reference, { silent: true }),
  };
  return transformSchema(document, context as unknown as Context);
}
