// A request has no `readOnly` properties, an answer no `writeOnly` ones, and files are Blobs in what is sent in parts.
import type { Json, JsonObject } from '@agentsource/openapi/json';
import { documentWith } from '@agentsource/openapi/testing';
import { expect, test } from 'vitest';
import { aliasesOf } from '../../src/aliases.ts';
import { prepare } from '../../src/prepare/index.ts';

const text = { type: 'string' };
const thing = { $ref: '#/components/schemas/Thing' };
const record = {
  type: 'object',
  properties: { id: { ...text, readOnly: true }, name: text },
  required: ['id', 'name'],
};

/** `POST /things` with bodies of these schemas; prepared. */
function prepared(schemas: JsonObject, request: JsonObject, answer: Json): JsonObject {
  const paths = {
    '/things': {
      post: {
        operationId: 'add_thing',
        requestBody: { content: request },
        responses: { 200: { description: '', content: { 'application/json': { schema: answer } } } },
      },
    },
  };
  return prepare(documentWith(schemas, { paths })) as JsonObject;
}

const json = (schema: Json) => ({ 'application/json': { schema } });
const schemasOf = (document: JsonObject) => (document.components as { schemas: JsonObject }).schemas;
const at = (document: JsonObject, ...keys: string[]) =>
  keys.reduce<Json | undefined>((value, key) => (value as JsonObject | undefined)?.[key], document);
const BODY = ['paths', '/things', 'post', 'requestBody', 'content'];

test('a component that both use becomes two, and so does what refers to it', () => {
  const list = { type: 'array', items: thing };
  const document = prepared(
    { Thing: record, List: list },
    json({ $ref: '#/components/schemas/List' }),
    thing,
  );
  expect(schemasOf(document)).toMatchObject({
    Thing: { properties: { id: text, name: text }, required: ['id', 'name'] },
    'Thing.request': { properties: { name: text }, required: ['name'] },
    List: { items: { $ref: '#/components/schemas/Thing.request' } },
  });
});

test('one that requests alone use stays one', () => {
  const document = prepared({ Thing: record }, json(thing), {});
  expect(Object.keys(schemasOf(document))).toEqual(['Thing']);
  expect(schemasOf(document)).toMatchObject({ Thing: { properties: { name: text }, required: ['name'] } });
  expect(JSON.stringify(schemasOf(document))).not.toContain('"id"');
});

test('a document without such properties is left as it is', () => {
  const plain = { type: 'object', properties: { id: text } };
  const document = prepared({ Thing: plain }, json(thing), thing);
  expect(schemasOf(document)).toEqual({ Thing: plain });
});

test('what a property refers to may say it', () => {
  const Id = { ...text, readOnly: true };
  const Thing = { type: 'object', properties: { id: { $ref: '#/components/schemas/Id' } }, required: ['id'] };
  const document = prepared({ Thing, Id }, json(thing), {});
  expect(schemasOf(document).Thing).toEqual({ type: 'object', properties: {}, required: [] });
});

test('one that is neither sent nor received says nothing', () => {
  const Thing = { type: 'object', properties: { id: { ...text, readOnly: true, writeOnly: true } } };
  expect(schemasOf(prepared({ Thing }, json(thing), thing))).toEqual({ Thing });
});

test('the alias of a request that differs from its component steps aside', () => {
  const schemas = { Thing: {}, AddThingRequest: record };
  const own = { $ref: '#/components/schemas/AddThingRequest' };
  const names = (answer: Json) => {
    const paths = {
      '/things': {
        post: {
          operationId: 'add_thing',
          requestBody: { content: json(own) },
          responses: { 200: { description: '', content: json(answer) } },
        },
      },
    };
    return aliasesOf(documentWith(schemas, { paths })).map(({ name }) => name);
  };
  expect(names({})).not.toContain('AddThingRequest_');
  expect(names({ type: 'array', items: own })).toContain('AddThingRequest_');
});

test('files are Blobs in a multipart body, by their schemas or by encoding, and texts elsewhere', () => {
  const Thing = {
    type: 'object',
    properties: {
      file: { type: 'string', format: 'binary' },
      maybe: { type: ['string', 'null'], contentMediaType: 'image/png' },
      encoded: { type: 'string', contentMediaType: 'image/png', contentEncoding: 'base64' },
      csv: { type: 'string', contentMediaType: 'text/csv' },
      by: text,
      both: text,
    },
  };
  const encoding = {
    by: { contentType: 'image/png, image/jpeg' },
    both: { contentType: 'image/png, text/plain' },
  };
  const multipart = { 'multipart/form-data': { schema: thing, encoding } };
  const document = prepared({ Thing }, { ...json(thing), ...multipart }, {});
  const blob = { 'x-agentsource-blob': true };
  expect(at(document, ...BODY, 'multipart/form-data', 'schema')).toEqual({
    $ref: '#/components/schemas/Thing.multipart',
  });
  const { properties } = schemasOf(document)['Thing.multipart'] as { properties: JsonObject };
  expect(properties).toMatchObject({ file: blob, maybe: { anyOf: [blob, { type: 'null' }] }, by: blob });
  for (const name of ['encoded', 'csv', 'both']) expect(properties[name]).not.toMatchObject(blob);
  expect(JSON.stringify(schemasOf(document).Thing)).not.toContain('blob');
});

test.each([
  ['text/csv', { type: 'array', items: {} }, { type: 'string' }],
  ['text/plain', { type: 'string', enum: ['a'] }, { type: 'string', enum: ['a'] }],
  ['application/xml', { type: 'object' }, { type: 'string' }],
  ['application/vnd.thing+json; v=1', { type: 'object' }, { type: 'object' }],
  ['application/x-www-form-urlencoded', { type: 'object' }, { type: 'object' }],
  ['*/*', { type: 'object' }, { type: 'object' }],
  ['*/*', { type: 'string', format: 'binary' }, { type: 'string', 'x-agentsource-blob': true }],
  ['application/octet-stream', undefined, { type: 'string', 'x-agentsource-blob': true }],
  ['image/*', { type: 'string' }, { type: 'string', 'x-agentsource-blob': true }],
])('%s with %j is %j', (mediaType, schema, expected) => {
  const media = schema === undefined ? {} : { schema };
  expect(at(prepared({}, { [mediaType]: media } as JsonObject, {}), ...BODY, mediaType, 'schema')).toEqual(
    expected,
  );
});
