// Which of the document's security schemes the client sends, and which operations ask for another.

import { componentsOf, type Hit, type OpenApiDocument } from '@agentsource/openapi/document';
import { PipelineError } from '@agentsource/openapi/errors';
import { entriesOf, isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { resolve } from '@agentsource/openapi/references';
import { operationsOf } from '@agentsource/openapi/walk';
import type { ClientSettings } from './client-settings.ts';

/**
 * The header that carries the key: that of the security scheme which spec/client.yaml names.
 *
 * @throws {PipelineError} when the document has no such scheme, or it is no apiKey in a header.
 */
export function apiKeyHeader(document: OpenApiDocument, { securityScheme }: ClientSettings): string {
  const schemes = schemesOf(document);
  const scheme = schemes.get(securityScheme);
  const header = headerOf(scheme);
  if (header !== undefined) return header;
  const others = [...schemes].flatMap(([name, one]) => (headerOf(one) === undefined ? [] : [name]));
  const named = `the security scheme ${JSON.stringify(securityScheme)}, which spec/client.yaml has the client send,`;
  const what = scheme ? `is ${describe(scheme)}, not an apiKey in a header` : 'is not in the document';
  const way =
    others.length === 0
      ? ''
      : `name ${others.map((name) => JSON.stringify(name)).join(' or ')} in spec/client.yaml, or `;
  throw new PipelineError(
    `${named} ${what}; ${way}declare it under components.securitySchemes by an overlay action`,
  );
}

/** The operations that ask for more or something else than the client sends. */
export function unsentSecurity(document: OpenApiDocument, settings: ClientSettings): Hit[] {
  const schemes = schemesOf(document);
  const header = apiKeyHeader(document, settings).toLowerCase();
  const isSent = (name: string) => headerOf(schemes.get(name))?.toLowerCase() === header;
  return operationsOf(document).flatMap(({ operation, method, path, pointer }) => {
    const alternatives = itemsOf(operation.security ?? document.security).filter(isObject);
    const unsent = alternatives.map((one) => Object.keys(one).filter((name) => !isSent(name)));
    if (unsent.length === 0 || unsent.some((names) => names.length === 0)) return [];
    const words = unsent.map((names) =>
      names.map((name) => `${name} (${describe(schemes.get(name))})`).join(' and '),
    );
    const detail = `${method.toUpperCase()} ${path} asks for ${words.join(', or ')}, which the client does not send; callers add it`;
    return [{ rule: 'security', pointer, detail }];
  });
}

function schemesOf(document: OpenApiDocument): Map<string, JsonObject> {
  return new Map(
    Object.entries(componentsOf(document, 'securitySchemes')).flatMap(([name, scheme]) => {
      const resolved = resolve(document, scheme)?.value;
      return resolved ? [[name, resolved]] : [];
    }),
  );
}

/** The header of an apiKey, if its name is that of a header. */
function headerOf(scheme: JsonObject | undefined): string | undefined {
  if (scheme?.type !== 'apiKey' || scheme.in !== 'header' || typeof scheme.name !== 'string')
    return undefined;
  return /^[\w!#$%&'*+.^`|~-]+$/.test(scheme.name) ? scheme.name : undefined;
}

/** `apiKey in query`, `http bearer`, `oauth2`. */
function describe(scheme: JsonObject | undefined): string {
  if (!scheme) return 'not declared';
  const text = (value: Json | undefined) =>
    typeof value === 'string' ? JSON.stringify(value).slice(1, -1) : '?';
  const place = entriesOf(scheme).flatMap(([key, value]) => {
    if (key === 'in') return [`in ${text(value)}`];
    return key === 'scheme' ? [text(value)] : [];
  });
  return [text(scheme.type), ...place].join(' ');
}
