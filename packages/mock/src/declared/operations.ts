// The operations of a document, as Prism reads them: it sees no reference in data, and is left nothing to send a request for.
import { checkablePatterns } from '@agentsource/openapi/checkable-patterns';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { type HiddenData, hideData } from '@agentsource/openapi/gate/data';
import type { Json } from '@agentsource/openapi/json';
import { walk, walkSchema } from '@agentsource/openapi/walk';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { MockError } from '../errors.ts';
import { refuseMultiplied } from './inlined.ts';

/** `__bundled__` holds the schemas that contain themselves, by name. */
export type Operation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number] & {
  __bundled__?: Record<string, Json>;
};

export interface Operations {
  operations: Operation[];
  /** Gives what Prism answers, a body or headers, its keys as the document has them. */
  reveal: HiddenData['reveal'];
}

/** What OpenAPI has as the key of a response. */
const STATUS = /^(?:default|[1-5](?:\d\d|XX))$/;

/**
 * Reads a normalised document, which is used up by that.
 *
 * @throws {MockError} when Prism can't read the document, which is called `name` there, or not in time.
 */
export async function readOperations(document: OpenApiDocument, name: string): Promise<Operations> {
  const { document: hidden, reveal, revealConstants } = hideData(checkablePatterns(document).document);
  declareDialect(hidden);
  refuseMultiplied(hidden, name);
  let operations: Operation[];
  try {
    operations = await getHttpOperationsFromSpec(hidden);
  } catch (error) {
    throw new MockError(`${name}: Prism can't read the document: ${(error as Error).message.split('\n')[0]}`);
  }
  for (const operation of operations) {
    // Prism would call them, wherever that is, for each request that it answers.
    delete operation.callbacks;
    // Prism makes a regular expression of it, whatever it is.
    operation.responses = operation.responses.filter(({ code }) => STATUS.test(code));
    for (const schema of schemasOf(operation)) walkSchema(schema, '', revealConstants);
  }
  return { operations, reveal };
}

/** Unless told so, Prism validates as draft-07; and by a dialect that it does not know, not at all. */
function declareDialect(document: OpenApiDocument): void {
  document.jsonSchemaDialect = 'https://json-schema.org/draft/2020-12/schema';
  walk(document, {
    schema: (schema) => {
      delete schema.$schema;
    },
  });
}

function schemasOf({ request = {}, responses, __bundled__ = {} }: Operation): Json[] {
  const { body, path = [], query = [], headers = [], cookie = [] } = request;
  const described = [...(body?.contents ?? []), ...path, ...query, ...headers, ...cookie];
  for (const response of responses) described.push(...(response.contents ?? []), ...(response.headers ?? []));
  return [...described.map(({ schema = {} }) => schema as Json), ...Object.values(__bundled__)];
}
