// The text of the command line's `src/generated/operations.ts`: a table of what the document offers.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { ClientSettings } from '../client-settings.ts';
import { commandsOf } from './commands.ts';

export function renderCommands(document: OpenApiDocument, { environmentVariable }: ClientSettings): string {
  return `import type { Operation } from '../operations/operation.ts';

/** The environment variable that holds the API key. */
export const API_KEY_VARIABLE = ${JSON.stringify(environmentVariable)};

/** In the order of the document. */
export const OPERATIONS: readonly Operation[] = ${JSON.stringify(commandsOf(document), null, 2)};
`;
}
