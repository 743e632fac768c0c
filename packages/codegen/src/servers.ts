// Which servers the document names: the one that the client calls, and those that some operations have of their own.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { PipelineError } from '@agentsource/openapi/errors';
import { entriesOf, isObject, itemsOf, type Json } from '@agentsource/openapi/json';
import { resolve } from '@agentsource/openapi/references';
import type { OperationPlace } from '@agentsource/openapi/walk';
import { type ClientSettings, isHttps } from './client-settings.ts';

/**
 * The document's first server; where that is missing or relative, the one of spec/client.yaml.
 *
 * @throws {PipelineError} when the key may not go there.
 */
export function defaultBaseUrl(document: OpenApiDocument, { server }: ClientSettings): string {
  const url = urlOf(itemsOf(document.servers)[0]) ?? '';
  if (isHttps(url)) return url;
  const resolved = server === undefined ? url : absolute(url, server.endsWith('/') ? server : `${server}/`);
  // Relative is what stays there; the URL parser knows more spellings of another place than can be listed.
  if (server !== undefined && isHttps(resolved) && new URL(resolved).origin === new URL(server).origin)
    return resolved;
  const what =
    url === ''
      ? 'the document names no server'
      : `the document's first server is ${JSON.stringify(url)}, not an https URL`;
  const orFallback = server === undefined ? ', or as "server" in spec/client.yaml' : '';
  throw new PipelineError(`${what}; name the right one by an overlay action${orFallback}`);
}

/**
 * The server that the operation, or else its path item, names for itself; undefined where it has none, or the document's first is
 * among them.
 *
 * @param baseUrl what the client calls by default.
 */
export function ownServerOf(
  document: OpenApiDocument,
  { path, operation }: OperationPlace,
  baseUrl: string,
): string | undefined {
  const item = resolve(document, document.paths[path])?.value;
  const own = [itemsOf(operation.servers), itemsOf(item?.servers)].find((list) => list.length > 0) ?? [];
  const urls = own.map((server) => absolute(urlOf(server) ?? '/', baseUrl));
  return urls.includes(absolute(baseUrl, baseUrl)) ? undefined : urls[0];
}

/** As the document spells it, with the default values of its variables. */
function urlOf(server: Json | undefined): string | undefined {
  if (!isObject(server) || typeof server.url !== 'string') return undefined;
  const variables = new Map(entriesOf(server.variables));
  return server.url.replaceAll(/\{([^{}]*)\}/g, (placeholder, name: string) => {
    const variable = variables.get(name);
    return isObject(variable) && typeof variable.default === 'string' ? variable.default : placeholder;
  });
}

/** Absolute and without a slash at its end, so that two spellings of one place are the same; as it is where it is no URL. */
function absolute(url: string, baseUrl: string): string {
  return URL.canParse(url, baseUrl) ? new URL(url, baseUrl).href.replace(/\/$/, '') : url;
}
