// The generated request validators: one a call, self-contained, the same bytes every time, and the semantics of the schema.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { renderRequestValidators } from '@agentsource/codegen/validators';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { afterAll, expect, test } from 'vitest';

const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'test', version: '1' },
  paths: {
    '/things/{id}': {
      parameters: [
        { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
        { name: 'page', in: 'query', schema: { type: 'string' } },
      ],
      put: {
        operationId: 'put_thing',
        parameters: [{ name: 'page', in: 'query', required: true, schema: { type: 'integer', minimum: 1 } }],
        requestBody: { $ref: '#/components/requestBodies/Thing' },
      },
      get: {
        operationId: 'get_thing',
        parameters: [{ name: 'trace', in: 'header', required: true, schema: {} }],
      },
    },
  },
  components: {
    requestBodies: {
      Thing: {
        required: true,
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
      },
    },
    schemas: {
      Thing: {
        type: 'object',
        properties: {
          // A property that has the name of an annotation is still a property.
          title: { type: 'string', minLength: 2, description: 'left out' },
          pairs: { type: 'array', uniqueItems: true, items: {} },
          when: { type: 'string', format: 'date-time' },
          inner: { $ref: '#/components/schemas/Thing' },
        },
        required: ['title'],
      },
    },
  },
};

const directory = await mkdtemp(join(tmpdir(), 'validators-'));
afterAll(() => rm(directory, { recursive: true, force: true }));

type Validator = ((request: unknown) => boolean) & { errors?: { instancePath: string; keyword: string }[] };

async function compiled(text: string): Promise<Record<string, Validator>> {
  const runtime = new URL('../../src/validate/runtime.ts', import.meta.url).href;
  const file = join(directory, `${createHash('sha256').update(text).digest('hex')}.ts`);
  writeFileSync(file, text.replace('../validate/runtime.ts', runtime));
  return ((await import(pathToFileURL(file).href)) as { requestValidators: Record<string, Validator> })
    .requestValidators;
}

function violations(validate: Validator | undefined, request: unknown): string[] {
  if (!validate) throw new Error('no such call');
  return validate(request)
    ? []
    : (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

test('checks body, path and query of each call, and nothing else', async () => {
  const validators = await compiled(renderRequestValidators(document));
  expect(Object.keys(validators)).toEqual(['GET /things/{id}', 'PUT /things/{id}']);
  const put = validators['PUT /things/{id}'];
  const parameters = { path: { id: 'a' }, query: { page: 1 } };
  expect(violations(put, { ...parameters, body: { title: 'ok' } })).toEqual([]);
  expect(violations(put, { path: {}, query: { page: 0 } })).toEqual([
    ' required',
    '/path required',
    '/query/page minimum',
  ]);
  expect(violations(put, { ...parameters, body: { title: '😀', inner: { title: 'x' } } })).toEqual([
    '/body/title minLength',
    '/body/inner/title minLength',
  ]);
  expect(
    violations(put, {
      ...parameters,
      body: {
        title: 'ok',
        pairs: [
          { a: 1, b: [2] },
          { b: [2], a: 1 },
        ],
      },
    }),
  ).toEqual(['/body/pairs uniqueItems']);
  expect(
    violations(put, { ...parameters, body: { title: 'ok', pairs: [{ a: 1 }, { a: 2 }, [1], null] } }),
  ).toEqual([]);
  expect(violations(put, { ...parameters, body: { title: 'ok', when: '2026-01-31' } })).toEqual([]);
  expect(violations(validators['GET /things/{id}'], { path: { id: 'a' } })).toEqual([]);
});

test('a pattern that JavaScript may backtrack over without end is not checked, and all else is', async () => {
  const slow = structuredClone(document);
  const { properties } = (slow.components as { schemas: { Thing: { properties: object } } }).schemas.Thing;
  const marked = { pattern: '^(a+)+$', 'x-agentsource-slow-pattern': ['^(a+)+$'] };
  Object.assign(properties, { title: { type: 'string', minLength: 2, ...marked } });
  const put = (await compiled(renderRequestValidators(slow)))['PUT /things/{id}'];
  const parameters = { path: { id: 'a' }, query: { page: 1 } };
  expect(violations(put, { ...parameters, body: { title: `${'a'.repeat(40)}!` } })).toEqual([]);
  expect(violations(put, { ...parameters, body: { title: 'x' } })).toEqual(['/body/title minLength']);
});

test('needs nothing that a Worker or a strict content policy refuses, and comes out the same every time', () => {
  const text = renderRequestValidators(document);
  expect(text).not.toMatch(/\brequire\(|\beval\(|new Function/);
  expect(text).not.toContain('left out');
  expect(renderRequestValidators(document)).toBe(text);
});
