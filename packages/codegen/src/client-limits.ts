// What the document declares and the client does not do by itself, for the report of a bump.

import type { Hit, OpenApiDocument } from '@agentsource/openapi/document';
import { operationsOf } from '@agentsource/openapi/walk';
import type { ClientSettings } from './client-settings.ts';
import { unsentSecurity } from './security.ts';
import { defaultBaseUrl, ownServerOf } from './servers.ts';

/** @throws {PipelineError} when no client can be made from the document at all. */
export function clientLimits(document: OpenApiDocument, settings: ClientSettings): Hit[] {
  return [...unsentSecurity(document, settings), ...ownServers(document, settings)];
}

/** The key goes to one origin, so that the client refuses a call that the document sends elsewhere. */
function ownServers(document: OpenApiDocument, settings: ClientSettings): Hit[] {
  const baseUrl = defaultBaseUrl(document, settings);
  return operationsOf(document).flatMap((place) => {
    const server = ownServerOf(document, place, baseUrl);
    if (server === undefined) return [];
    const call = `${place.method.toUpperCase()} ${place.path}`;
    const detail = `${call} is at ${JSON.stringify(server)}, not at ${baseUrl}: only a client with that baseUrl calls it`;
    return [{ rule: 'server', pointer: place.pointer, detail }];
  });
}
