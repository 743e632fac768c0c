// What the client takes from the document at run time: hash, address, and what carries the key.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { ClientSettings } from './client-settings.ts';
import { renderConstants } from './constants.ts';
import { apiKeyHeader } from './security.ts';
import { defaultBaseUrl } from './servers.ts';

export function renderClientConstants(
  document: OpenApiDocument,
  settings: ClientSettings,
  documentSha256: string,
): string {
  return renderConstants([
    {
      name: 'DOCUMENT_SHA256',
      doc: 'SHA-256 of the built document (JSON) that this package was made from.',
      value: documentSha256,
    },
    {
      name: 'DEFAULT_BASE_URL',
      doc: "The document's first server.",
      value: defaultBaseUrl(document, settings),
    },
    {
      name: 'API_KEY_HEADER',
      doc: 'The header that carries the API key.',
      value: apiKeyHeader(document, settings),
    },
    {
      name: 'API_KEY_VARIABLE',
      doc: 'The environment variable that holds the API key.',
      value: settings.environmentVariable,
    },
  ]);
}
