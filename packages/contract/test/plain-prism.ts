// A plain Prism, as `prism mock` runs it, in this process: the server that CONTRACT_BASE_URL may name.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { hideData } from '@agentsource/openapi/gate/data';
import { createLogger } from '@stoplight/prism-core';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { createServer } from '@stoplight/prism-http-server';

export async function startPlainPrism(
  document: OpenApiDocument,
): Promise<{ url: string; close(): Promise<void> }> {
  // Prism would follow a reference in an example too, be it to a URL or a file.
  const hidden = structuredClone(hideData(document).document);
  const server = createServer(await getHttpOperationsFromSpec(hidden), {
    cors: true,
    config: {
      isProxy: false,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: false,
      upstreamProxy: undefined,
      mock: { dynamic: false },
    },
    components: { logger: createLogger('plain', { level: 'silent' }) },
  });
  const url = await server.listen(0, '127.0.0.1');
  return { url, close: () => server.close() };
}
