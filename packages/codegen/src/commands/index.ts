// The text of the command line's `src/generated/operations.ts`: a table of what the document offers.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { ClientSettings } from '../client-settings.ts';
import { defaultBaseUrl } from '../servers.ts';
import { commandsOf } from './commands.ts';

export function renderCommands(document: OpenApiDocument, settings: ClientSettings): string {
  return `import type { Operation } from '../operations/operation.ts';

/** The environment variable that holds the API key. */
export const API_KEY_VARIABLE = ${JSON.stringify(settings.environmentVariable)};

/** The document's first server. */
export const DEFAULT_BASE_URL = ${JSON.stringify(defaultBaseUrl(document, settings))};

/** In the order of the document. */
export const OPERATIONS: readonly Operation[] = ${JSON.stringify(commandsOf(document), null, 2)};
`;
}
