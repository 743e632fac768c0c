// Who is let in: by any scheme that OpenAPI knows, one of several, or all of them together.
import { afterAll, expect, test } from 'vitest';
import { startMock } from '../src/index.ts';

const securitySchemes = {
  inHeader: { type: 'apiKey', in: 'header', name: 'X-Key' },
  inQuery: { type: 'apiKey', in: 'query', name: 'key' },
  inCookie: { type: 'apiKey', in: 'cookie', name: 'key' },
  basic: { type: 'http', scheme: 'Basic' },
  bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
  digest: { type: 'http', scheme: 'digest' },
  oauth: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/token', scopes: { read: '' } } } },
  connect: { type: 'openIdConnect', openIdConnectUrl: 'https://id.example/.well-known' },
  certificate: { type: 'mutualTLS' },
  referred: { $ref: '#/components/securitySchemes/bearer' },
};
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

type Proof = { query?: string; headers?: Record<string, string> };
const key = { headers: { 'x-key': 'a' } };
const bearer = { headers: { authorization: 'Bearer a' } };
const both = { headers: { 'x-key': 'a', authorization: 'bearer a' } };

const ROWS: [security: object[], valid: Proof[], invalid: Proof[]][] = [
  [[{ inHeader: [] }], [key], [{}, bearer, { headers: { 'x-key': '' } }]],
  [[{ inQuery: [] }], [{ query: '?key=a' }], [{}, key, { query: '?key=' }]],
  [[{ inCookie: [] }], [{ headers: { cookie: 'a=b; key=c' } }], [{}, { headers: { cookie: 'monkey=c' } }]],
  [
    [{ basic: [] }],
    [{ headers: { authorization: basic('a:b') } }, { headers: { authorization: basic('a:b:c') } }],
    [{}, bearer, { headers: { authorization: basic('a') } }],
  ],
  [
    [{ bearer: [] }],
    [bearer, both],
    [{}, { headers: { authorization: 'Bearer ' } }, { headers: { authorization: 'a' } }],
  ],
  [[{ digest: [] }], [{ headers: { authorization: 'Digest username="a"' } }], [{}, bearer]],
  [[{ oauth: ['read'] }], [bearer], [{}, key]],
  [[{ connect: [] }], [bearer], [{}]],
  [[{ certificate: [] }], [{}], []],
  [[{ referred: [] }], [bearer], [{}]],
  [[{ undeclared: [] }], [{}], []],
  [[], [{}], []],
  [[{ inHeader: [], bearer: [] }], [both], [{}, key, bearer]],
  [[{ inHeader: [] }, { bearer: [] }], [both, key, bearer], [{}]],
  [[{}, { inHeader: [] }], [{}, key, bearer], []],
];
const paths = Object.fromEntries(
  ROWS.map(([security], index) => [
    `/${index}`,
    { get: { security, responses: { 204: { description: '' } } } },
  ]),
);
const mock = await startMock({
  spec: {
    openapi: '3.1.0',
    info: { title: 'Security', version: '1' },
    paths,
    components: { securitySchemes },
  },
});
afterAll(() => mock.close());

test.each(
  ROWS.flatMap(([security, valid, invalid], index) => [
    ...valid.map((proof) => [security, proof, 204, index] as const),
    ...invalid.map((proof) => [security, proof, 401, index] as const),
  ]),
)('%j takes %j: %d', async (_, { query = '', headers = {} }, expected, index) => {
  expect((await fetch(`${mock.url}/${index}${query}`, { headers })).status).toBe(expected);
});
