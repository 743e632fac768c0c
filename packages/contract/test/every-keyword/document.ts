// A document with every keyword of OpenAPI 3.1's parameter, body, response, header, media type, security and schema objects at least
// once, each in an operation of its own, so that what goes wrong has a name.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { JsonObject } from '@agentsource/openapi/json';
import { normalise } from '@agentsource/openapi/normalise';
import { bodies } from './bodies.ts';
import { parameters } from './parameters.ts';
import { responses } from './responses.ts';
import { schemas } from './schemas.ts';
import { credentials, securitySchemes } from './security.ts';

const plain = { description: 'plain', content: { 'application/json': { schema: { type: 'object' } } } };
const key: JsonObject = { security: [{ Key: [] }] };

const whole: JsonObject = {
  '/whole/referred': { $ref: '#/components/pathItems/Referred' },
  '/whole/without-id': { get: { ...key, responses: { 200: plain } } },
  '/whole/servers': {
    get: { ...key, servers: [{ url: 'https://elsewhere.example' }], responses: { 200: plain } },
  },
  '/whole/item-servers': {
    servers: [{ url: 'https://elsewhere.example' }],
    get: { ...key, responses: { 200: plain } },
  },
  '/whole/own-server': {
    get: { ...key, servers: [{ url: 'https://things.example' }], responses: { 200: plain } },
  },
  '/whole/trace': { trace: { ...key, responses: { 200: plain } } },
  '/whole/deprecated': { get: { ...key, deprecated: true, responses: { 200: plain } } },
  '/whole/callbacks': {
    post: {
      ...key,
      callbacks: { done: { '{$request.body#/url}': { post: { responses: { 200: plain } } } } },
      responses: { 200: plain },
    },
  },
};

export function everyKeyword(): OpenApiDocument {
  const document: JsonObject = {
    openapi: '3.1.0',
    info: { title: 'Every keyword', version: '1' },
    servers: [{ url: 'https://things.example' }],
    paths: {
      ...whole,
      ...parameters.paths,
      ...bodies.paths,
      ...responses.paths,
      ...credentials,
      ...schemas.paths,
    },
    webhooks: { changed: { post: { responses: { 200: plain } } } },
    components: {
      securitySchemes,
      schemas: schemas.components,
      parameters: parameters.components,
      requestBodies: bodies.components,
      responses: responses.components,
      headers: responses.headers,
      examples: responses.examples,
      pathItems: {
        Referred: {
          parameters: [{ name: 'shared', in: 'query', required: true, schema: { type: 'integer' } }],
          get: { ...key, responses: { 200: plain } },
        },
      },
    },
  };
  return normalise(document as OpenApiDocument).document;
}
