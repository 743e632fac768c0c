// The operations of a document, as Prism reads them.
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { MockError } from '../errors.ts';
import type { JsonObject } from '../json.ts';

export type Operation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];

/** @throws {MockError} when Prism can't read the document, which is called `name` there. */
export async function readOperations(document: JsonObject, name: string): Promise<Operation[]> {
  // 3.1 means JSON Schema 2020-12; unless told, Prism validates as draft-07.
  const dialect =
    String(document.openapi).startsWith('3.1.') && document.jsonSchemaDialect === undefined
      ? { jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema' }
      : {};
  try {
    return await getHttpOperationsFromSpec({ ...document, ...dialect });
  } catch (error) {
    throw new MockError(`${name}: Prism can't read the document: ${(error as Error).message.split('\n')[0]}`);
  }
}
