// What the client takes from the document at run time: hash, address, and the header that carries the key.

import { componentsOf, type OpenApiDocument } from '@agentsource/openapi/document';
import { PipelineError } from '@agentsource/openapi/errors';
import { isObject, itemsOf } from '@agentsource/openapi/json';
import { renderConstants } from './constants.ts';

export function renderClientConstants(document: OpenApiDocument, documentSha256: string): string {
  return renderConstants([
    {
      name: 'DOCUMENT_SHA256',
      doc: 'SHA-256 of the built document (JSON) that this package was made from.',
      value: documentSha256,
    },
    { name: 'DEFAULT_BASE_URL', doc: "The document's first server.", value: defaultBaseUrl(document) },
    { name: 'API_KEY_HEADER', doc: 'The header that carries the API key.', value: apiKeyHeader(document) },
  ]);
}

function defaultBaseUrl(document: OpenApiDocument): string {
  const [server] = itemsOf(document.servers);
  const url = isObject(server) && typeof server.url === 'string' ? server.url : '';
  // The key goes there.
  if (URL.canParse(url) && new URL(url).protocol === 'https:') return url;
  throw new PipelineError(
    `the document's first server is ${JSON.stringify(url)}, not an https URL; name the right one by an overlay action`,
  );
}

/** The header that carries the key: the document's only `apiKey` scheme in a header. */
function apiKeyHeader(document: OpenApiDocument): string {
  const names = Object.values(componentsOf(document, 'securitySchemes')).flatMap((scheme) =>
    isObject(scheme) && scheme.type === 'apiKey' && scheme.in === 'header' && typeof scheme.name === 'string'
      ? [scheme.name]
      : [],
  );
  const [name, ...more] = new Set(names);
  if (name !== undefined && more.length === 0 && /^[\w!#$%&'*+.^`|~-]+$/.test(name)) return name;
  throw new PipelineError(
    `expected one apiKey security scheme in a header, found ${names.length}: ${names.join(', ')}`,
  );
}
