// What an operation asks for as proof of who calls: alternatives, each of one or more credentials.
import { componentsOf } from '@agentsource/openapi/document';
import { isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { resolve } from '@agentsource/openapi/references';
import { API_KEY } from '../api-key.ts';
import { CLIENT_HEADER } from '../wire/client-header.ts';
import type { Reading } from './reading.ts';

export interface Credential {
  /** The name of its security scheme, and what kind it is. */
  scheme: string;
  in: 'header' | 'query' | 'cookie';
  name: string;
  value: string;
}

export interface Security {
  /** Any of them suffices, each with all of its credentials. */
  alternatives: Credential[][];
  /** Nothing has to be proved. */
  isOpen: boolean;
  /** Whether the suite has the credentials of every alternative, and so knows what does not suffice. */
  isKnown: boolean;
  /** The header that the client puts its key in, where one of the alternatives asks for that. */
  keyHeader: string | undefined;
}

/** An empty requirement, or none at all, leaves the operation open. */
export function readSecurity(reading: Reading, operation: JsonObject): Security {
  const requirements = itemsOf(operation.security ?? reading.document.security).filter(isObject);
  const isOpen = requirements.length === 0 || requirements.some((one) => Object.keys(one).length === 0);
  const alternatives = requirements.flatMap((requirement) => {
    const names = Object.keys(requirement);
    const credentials = names.flatMap((name) => readCredential(reading, name) ?? []);
    return names.length > 0 && credentials.length === names.length ? [credentials] : [];
  });
  const isKnown = alternatives.length === requirements.filter((one) => Object.keys(one).length > 0).length;
  const keyHeader = alternatives.flat().find(isClients)?.name;
  return { alternatives, isOpen, isKnown, keyHeader };
}

/** The alternative that requests are sent with: the client's own key alone where that suffices. */
export function usualCredentials({ alternatives }: Security): Credential[] {
  return alternatives.find((credentials) => credentials.every(isClients)) ?? alternatives[0] ?? [];
}

/** Whether the client sends it by itself. */
export function isClients({ in: where, name, value }: Credential): boolean {
  return where === 'header' && value === API_KEY && name.toLowerCase() === CLIENT_HEADER;
}

function readCredential({ document, uncovered }: Reading, name: string): Credential | undefined {
  const scheme = resolve(document, componentsOf(document, 'securitySchemes')[name])?.value;
  const credential = scheme && credentialOf(name, scheme);
  if (!credential) {
    const kind = [scheme?.type, scheme?.scheme].filter((part) => part !== undefined).join(' ');
    uncovered.push({ what: `security ${name}`, why: `the suite has no credentials of ${kind || 'it'}` });
  }
  return credential;
}

function credentialOf(name: string, scheme: JsonObject): Credential | undefined {
  const authorization = (kind: string, value: string): Credential => ({
    scheme: `${name} (${kind})`,
    in: 'header',
    name: 'Authorization',
    value,
  });
  const { type } = scheme;
  if (type === 'apiKey' && isPlace(scheme.in)) {
    return {
      scheme: `${name} (apiKey in ${scheme.in})`,
      in: scheme.in,
      name: String(scheme.name),
      value: API_KEY,
    };
  }
  if (type === 'oauth2' || type === 'openIdConnect') return authorization(type, `Bearer ${API_KEY}`);
  if (type !== 'http') return undefined;
  switch (String(scheme.scheme).toLowerCase()) {
    case 'bearer':
      return authorization('http bearer', `Bearer ${API_KEY}`);
    case 'basic':
      return authorization('http basic', `Basic ${btoa(`contract-suite:${API_KEY}`)}`);
    default:
      return undefined;
  }
}

function isPlace(where: Json | undefined): where is Credential['in'] {
  return where === 'header' || where === 'query' || where === 'cookie';
}
