// Credentials: every kind of security scheme, alternatives, combinations, and none.
import type { JsonObject } from '@agentsource/openapi/json';

export const securitySchemes: JsonObject = {
  Key: { type: 'apiKey', in: 'header', name: 'api_key' },
  Query: { type: 'apiKey', in: 'query', name: 'key' },
  Cookie: { type: 'apiKey', in: 'cookie', name: 'session' },
  Basic: { type: 'http', scheme: 'basic' },
  Bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
  Digest: { type: 'http', scheme: 'digest' },
  OAuth: {
    type: 'oauth2',
    flows: { clientCredentials: { tokenUrl: 'https://things.example/token', scopes: { read: 'reads' } } },
  },
  OpenId: {
    type: 'openIdConnect',
    openIdConnectUrl: 'https://things.example/.well-known/openid-configuration',
  },
  Tls: { type: 'mutualTLS' },
};

const cases: Record<string, JsonObject[]> = {
  ...Object.fromEntries(Object.keys(securitySchemes).map((name) => [name.toLowerCase(), [{ [name]: [] }]])),
  scoped: [{ OAuth: ['read'] }],
  either: [{ Bearer: [] }, { Key: [] }, { Tls: [] }],
  both: [{ Key: [], Query: [] }],
  'both-or-one': [{ Key: [], Bearer: [] }, { Cookie: [] }],
  optional: [{}, { Key: [] }],
  open: [],
};

export const credentials: JsonObject = Object.fromEntries(
  Object.entries(cases).map(([name, security]) => [
    `/security/${name}`,
    { get: { security, responses: { 204: { description: 'done' } } } },
  ]),
);
