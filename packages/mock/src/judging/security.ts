// Whether a request proves who it is by, in any of the ways that its operation takes. What it proves it with may be anything.
import type { JsonObject } from '@agentsource/openapi/json';
import type { Operation } from '../declared/operations.ts';
import type { MockRequest } from './request.ts';
import { cookiesOf, pairsOf } from './styles.ts';
import type { Violation } from './violations.ts';

export function securityViolations({ security }: Operation, request: MockRequest): Violation[] {
  if (
    security.length === 0 ||
    security.some((schemes) => schemes.every((scheme) => isMet(scheme, request)))
  ) {
    return [];
  }
  return [{ code: 401, message: 'Invalid security scheme used', severity: 0 }];
}

/** What a request proves who it is by, all of it together; nothing where it proves nothing. */
export function credentialsOf({ security }: Operation, request: MockRequest): string {
  const texts = security.flat().map(({ type, in: place, name }) => {
    if (type === 'apiKey') return keyOf(String(place), String(name), request);
    return type === 'mutualTLS' ? '' : (request.headers.authorization ?? '');
  });
  return [...new Set(texts)].join(' ').trim();
}

function isMet({ type, in: place, name, scheme }: JsonObject, request: MockRequest): boolean {
  const { authorization = '' } = request.headers;
  if (type === 'apiKey') return keyOf(String(place), String(name), request) !== '';
  if (type === 'oauth2' || type === 'openIdConnect') return /^bearer +\S/i.test(authorization);
  // A client's certificate (mutualTLS) is not to be seen here.
  if (type !== 'http') return true;
  const [used = '', credentials = ''] = authorization.split(/ +/, 2);
  if (used.toLowerCase() !== String(scheme).toLowerCase() || credentials === '') return false;
  return used.toLowerCase() !== 'basic' || Buffer.from(credentials, 'base64').includes(':');
}

function keyOf(place: string, name: string, { headers, query }: MockRequest): string {
  if (place === 'header') return headers[name.toLowerCase()] ?? '';
  const pairs = place === 'cookie' ? cookiesOf(headers.cookie) : pairsOf(query);
  return pairs.find(([key]) => key === name)?.[1] ?? '';
}
