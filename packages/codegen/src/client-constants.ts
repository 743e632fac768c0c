// What the client takes from the document at run time: hash, address, and the header that carries the key.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { PipelineError } from '@agentsource/openapi/errors';
import { isObject, type Json } from '@agentsource/openapi/json';

export function renderClientConstants(document: OpenApiDocument, documentSha256: string): string {
  const constants: [name: string, doc: string, value: string][] = [
    [
      'DOCUMENT_SHA256',
      'SHA-256 of the built document (JSON) that this package was made from.',
      documentSha256,
    ],
    ['DEFAULT_BASE_URL', "The document's first server.", defaultBaseUrl(document)],
    ['API_KEY_HEADER', 'The header that carries the API key.', apiKeyHeader(document)],
  ];
  return constants
    .map(([name, doc, value]) => `/** ${doc} */\nexport const ${name} = ${JSON.stringify(value)};\n`)
    .join('\n');
}

function defaultBaseUrl(document: OpenApiDocument): string {
  const [server] = Array.isArray(document.servers) ? document.servers : [];
  if (isObject(server) && typeof server.url === 'string' && URL.canParse(server.url)) return server.url;
  throw new PipelineError('the document names no absolute server URL; add one by an overlay action');
}

/** The header that carries the key: the document's only `apiKey` scheme in a header. */
function apiKeyHeader(document: OpenApiDocument): string {
  const components: Json = isObject(document.components) ? document.components : {};
  const schemes = isObject(components.securitySchemes) ? Object.values(components.securitySchemes) : [];
  const names = schemes.flatMap((scheme) =>
    isObject(scheme) && scheme.type === 'apiKey' && scheme.in === 'header' && typeof scheme.name === 'string'
      ? [scheme.name]
      : [],
  );
  const [name, ...more] = new Set(names);
  if (name !== undefined && more.length === 0) return name;
  throw new PipelineError(
    `expected one apiKey security scheme in a header, found ${names.length}: ${names.join(', ')}`,
  );
}
