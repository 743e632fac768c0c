// Security: every scheme, alternatives, combinations, and none.
import type { JsonObject } from '../../src/json.ts';
import { operation, type Shape } from './write.ts';

const scopes = { read: 'Read' };
const authorizationUrl = 'https://things.example/auth';
const tokenUrl = 'https://things.example/token';
const flows = {
  authorizationCode: { authorizationUrl, tokenUrl, scopes, refreshUrl: 'https://things.example/refresh' },
  implicit: { authorizationUrl, scopes },
  clientCredentials: { tokenUrl, scopes },
  password: { tokenUrl, scopes },
};
const schemes: Record<string, JsonObject> = {
  ShapeHeader: { type: 'apiKey', in: 'header', name: 'X-Team', description: 'A second key' },
  ShapeQuery: { type: 'apiKey', in: 'query', name: 'key' },
  ShapeCookie: { type: 'apiKey', in: 'cookie', name: 'session' },
  ShapeBearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
  ShapeBasic: { type: 'http', scheme: 'basic' },
  ShapeDigest: { type: 'http', scheme: 'digest' },
  ShapeOAuth: { type: 'oauth2', flows },
  ShapeOpenId: { type: 'openIdConnect', openIdConnectUrl: 'https://things.example/openid' },
  ShapeTls: { type: 'mutualTLS' },
};

function secured(name: string, security: JsonObject[]): Shape {
  const used = security.flatMap((requirement) => Object.keys(requirement));
  const securitySchemes = Object.fromEntries(
    used.flatMap((scheme) => (schemes[scheme] ? [[scheme, schemes[scheme]]] : [])),
  );
  const id = `secure_${name.replaceAll('-', '_')}`;
  return {
    name: `security: ${name}`,
    paths: { [`/secure-${name}`]: { get: operation(id, { security }) } },
    components: { securitySchemes },
  };
}

export const security: Shape[] = [
  ...Object.keys(schemes).map((scheme) => secured(scheme.slice(5).toLowerCase(), [{ [scheme]: [] }])),
  secured('scopes', [{ ShapeOAuth: ['read'] }]),
  secured('alternatives', [{ ShapeBearer: [] }, { APIKeyHeader: [] }, { ShapeQuery: [] }]),
  secured('both', [{ APIKeyHeader: [], ShapeHeader: [] }]),
  secured('optional', [{ APIKeyHeader: [] }, {}]),
  secured('open', []),
  { name: 'security: everywhere', paths: {}, document: { security: [{ APIKeyHeader: [] }] } },
];
