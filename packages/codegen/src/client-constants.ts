// What the client takes from the document at run time: hash, address, and the header that carries the key.
import { isObject, type Json, type OpenApiDocument, PipelineError } from '../document/openapi.ts';

export function renderClientConstants(document: OpenApiDocument, documentSha256: string): string {
  const constants = {
    DOCUMENT_SHA256: documentSha256,
    DEFAULT_BASE_URL: defaultBaseUrl(document),
    API_KEY_HEADER: apiKeyHeader(document),
  };
  return Object.entries(constants)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
    .join('');
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
