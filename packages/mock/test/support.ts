// What the tests share: a small document with what the real one may have, and a mock that is closed after the test.
import { join } from 'node:path';
import type { JsonObject } from '@agentsource/openapi/json';
import { afterEach } from 'vitest';
import { type Mock, type MockOptions, startMock } from '../src/index.ts';

const running: Mock[] = [];
afterEach(async () => {
  for (const mock of running.splice(0)) await mock.close();
});

/** The document as it was built at one time: what tests know of its operations, no bump turns red. */
export const FIXTURE: string = join(import.meta.dirname, 'fixtures/enrollments.json');

export async function start(options: MockOptions = {}): Promise<Mock> {
  const mock = await startMock({ spec: FIXTURE, ...options });
  running.push(mock);
  return mock;
}

export const ENROLLMENTS = '/v1/prospects/events/enrollments';
export const enrollment = {
  enrollment_key: 'tech_executives_monitor',
  event_types: ['prospect_changed_role' as const],
  prospect_ids: ['20ae6cbf564ee683e66685e429844a5ff8ffc30f'],
};

export interface Reply {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape.
  body: any;
  violations: { location: string[]; message: string }[] | undefined;
}

/** Sends JSON with a key, unless told otherwise; a string is sent as it is. */
export async function call(
  url: string,
  init: Omit<RequestInit, 'headers'> & { json?: unknown; headers?: Record<string, string | undefined> } = {},
): Promise<Reply> {
  const { json, headers = {}, ...rest } = init;
  const all = { api_key: 'any', 'content-type': 'application/json', ...headers };
  const response = await fetch(url, {
    method: json === undefined ? 'GET' : 'POST',
    ...(json !== undefined && { body: typeof json === 'string' ? json : JSON.stringify(json) }),
    ...rest,
    headers: Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  });
  const text = await response.text();
  const violations = response.headers.get('sl-violations');
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
    violations: violations === null ? undefined : JSON.parse(violations),
  };
}

/** A document of one operation, `POST /thing`, whose answer has this media type object. */
export function documentOf(media: JsonObject, operation: JsonObject = {}, more: JsonObject = {}): JsonObject {
  const responses = { 200: { description: 'ok', content: { 'application/json': media } } };
  const requestBody = { content: { 'application/json': {} } };
  const post = { operationId: 'thing', requestBody, responses, ...operation };
  return { openapi: '3.1.0', info: { title: 'Thing', version: '1' }, paths: { '/thing': { post } }, ...more };
}

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object, more: object = {}) => ({ 'application/json': { schema, ...more } });
const invalid = { description: 'invalid', content: json(reference('Invalid')) };

/** Answers without examples, patterns in them, 3.1's own keywords: what a real document has and Prism stumbles over. */
export const document = {
  openapi: '3.1.0',
  info: { title: 'Things', version: '1.2.3' },
  paths: {
    '/things': {
      post: {
        operationId: 'add_thing',
        requestBody: { required: true, content: json(reference('Thing')) },
        responses: {
          200: {
            description: 'ok',
            headers: { 'X-Count': { schema: { type: 'integer' } } },
            content: json(reference('Made')),
          },
          422: invalid,
        },
      },
    },
    '/things/{id}': {
      get: {
        operationId: 'get_thing',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
          { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 5 } },
        ],
        responses: { 200: { description: 'ok', content: json(reference('Made')) }, 422: invalid },
      },
    },
    '/version': {
      get: {
        operationId: 'version',
        responses: {
          200: {
            description: 'ok',
            content: { ...json({ type: 'string' }), 'text/plain': { schema: { type: 'string' } } },
          },
        },
      },
    },
    '/bare': {
      post: {
        operationId: 'bare',
        requestBody: { required: true, content: json(reference('Thing')) },
        responses: { 200: { description: 'ok', content: json({}) } },
        security: [{ key: [] }],
      },
    },
    '/old': {
      post: {
        operationId: 'old',
        requestBody: { required: true, content: json(reference('Thing')) },
        responses: {
          200: { description: 'ok', content: json({}) },
          400: { description: 'refused', content: json(reference('Refused')) },
        },
      },
    },
  },
  components: {
    securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'api_key' } },
    schemas: {
      Thing: {
        type: 'object',
        required: ['name'],
        unevaluatedProperties: false,
        properties: {
          name: { type: 'string', minLength: 2 },
          note: { type: ['string', 'null'] },
          pair: { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }] },
          'a/b': { type: 'object', properties: { 'x~y': { type: 'array', items: { type: 'integer' } } } },
          0: { type: 'boolean' },
        },
      },
      Made: {
        type: 'object',
        required: ['status', 'id'],
        properties: {
          status: { type: 'string', enum: ['success', 'failure', 'miss', 'partial', 'pending', 'unknown'] },
          id: { type: 'string', pattern: '^[a-f0-9]{40}$' },
          parent: { anyOf: [{ type: 'string', pattern: '^[a-f0-9]{32}$' }, { type: 'null' }] },
        },
      },
      Refused: {
        type: 'object',
        required: ['details', 'correlation_id'],
        properties: { details: { type: 'string' }, correlation_id: { type: 'string' } },
      },
      Invalid: {
        type: 'object',
        properties: {
          detail: {
            type: 'array',
            items: {
              type: 'object',
              required: ['loc', 'msg', 'type'],
              properties: {
                loc: { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'integer' }] } },
                msg: { type: 'string' },
                type: { type: 'string' },
              },
            },
          },
        },
      },
    },
  },
};
