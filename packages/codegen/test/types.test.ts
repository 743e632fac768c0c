// The generated types: openapi-typescript by our options, names, constants.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@agentsource/openapi/json';
import { documentWith } from '@agentsource/openapi/testing';
import { compile } from '@agentsource/tooling/compile';
import { describe, expect, test } from 'vitest';
import { aliasesOf, renderAliases } from '../src/aliases.ts';
import { generateTypesPackage } from '../src/generate.ts';
import { pascalCase } from '../src/names.ts';
import { generateOpenApiTypes } from '../src/openapi-types.ts';
import { writeGenerated } from '../src/write-generated.ts';

describe('openapi-typescript, by our options', () => {
  const types = (schema: JsonObject) => generateOpenApiTypes(documentWith({ Thing: schema }));

  test('a default does not make its property required', () => {
    expect(types({ type: 'object', properties: { a: { type: 'string', default: 'x' } } })).toMatch(
      /\ba\?: string;/,
    );
  });

  test('a bare object takes any properties; a closed empty one none', () => {
    expect(types({ type: 'object', properties: { a: { type: 'object' } } })).toContain(
      'a?: Record<string, unknown>;',
    );
    expect(
      types({ type: 'object', properties: { a: { type: 'object', additionalProperties: false } } }),
    ).toContain('a?: Record<string, never>;');
  });

  test('the order of keys in the document does not show', () => {
    const a = types({ type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } } });
    const b = types({ properties: { b: { type: 'string' }, a: { type: 'string' } }, type: 'object' });
    expect(a).toBe(b);
  });
});

describe('aliases', () => {
  test.each([
    ['add_prospects_enrollments', 'AddProspectsEnrollments'],
    ['getThing', 'GetThing'],
    ['list-things.v2', 'ListThingsV2'],
    ['2fa', '_2fa'],
  ])('%s → %s', (operationId, name) => expect(pascalCase(operationId)).toBe(name));

  test('one per component under its own name, and one per request and response', () => {
    const document = documentWith({
      'Odd-Name[int]': { type: 'string', description: 'Ends */ here.\n\nMore.' },
      object: {},
    });
    const post = (document.paths['/things'] as JsonObject).post as JsonObject;
    post.responses = {
      '200': { description: 'OK', content: { 'application/json': { schema: {} } } },
      '201': { description: 'OK', content: { 'application/vnd.thing+json': { schema: {} } } },
      '204': { description: 'OK' },
    };
    expect(renderAliases(aliasesOf(document))).toBe(`/** Request body of \`POST /things\`. */
export type AddThingRequest = NonNullable<operations['add_thing']['requestBody']>['content']['application/json'];

/** Successful answer of \`POST /things\`. */
export type AddThingResponse = operations['add_thing']['responses'][200]['content']['application/json'] | operations['add_thing']['responses'][201]['content']['application/vnd.thing+json'];

/**
 * Ends *\\/ here.
 *
 * More.
 */
export type Odd_Name_int_ = components['schemas']['Odd-Name[int]'];

export type Thing = components['schemas']['Thing'];

export type object_ = components['schemas']['object'];
`);
  });

  test('a component may have the name of the request that it is; that of another schema steps aside', () => {
    const own = documentWith({ AddThingRequest: { type: 'object' } });
    const typesByName = () => Object.fromEntries(aliasesOf(own).map(({ name, type }) => [name, type]));
    expect(typesByName()).toMatchObject({
      AddThingRequest: "components['schemas']['AddThingRequest']",
      AddThingRequest_: expect.stringContaining("operations['add_thing']"),
    });
    const post = (own.paths['/things'] as JsonObject).post as JsonObject;
    post.requestBody = {
      content: { 'application/json': { schema: { $ref: '#/components/schemas/AddThingRequest' } } },
    };
    expect(Object.keys(typesByName())).toEqual(['AddThingRequest', 'Thing']);
  });

  test('names that are alike once they are identifiers are told apart, and so are those that mean something', () => {
    const document = documentWith({ 'a-b': {}, a_b: {}, as: {}, 'x\ny': {}, DocumentVersion: {} });
    expect(aliasesOf(document).map(({ name }) => name)).toEqual([
      'AddThingRequest',
      'DocumentVersion',
      'Thing',
      'a_b',
      'a_b_',
      'as_',
      'x_y',
    ]);
  });

  test('a name that is one already is kept, whatever comes before it', () => {
    const aliases = aliasesOf(documentWith({ 'a-b': {}, a_b: {} }));
    expect(aliases.find(({ name }) => name === 'a_b')?.source).toEqual({ component: 'a_b' });
  });

  test('several answers of one component are one type, and so is one behind a reference', () => {
    const schema = { $ref: '#/components/schemas/AddThingResponse' };
    const answer = { description: 'OK', content: { 'application/json': { schema } } };
    const document = documentWith({ AddThingResponse: { type: 'object' } });
    const post = (document.paths['/things'] as JsonObject).post as JsonObject;
    (document.components as JsonObject).responses = { Done: answer };
    post.responses = { '200': answer, '201': { $ref: '#/components/responses/Done' }, default: answer };
    expect(aliasesOf(document).map(({ name }) => name)).toEqual([
      'AddThingRequest',
      'AddThingResponse',
      'Thing',
    ]);
  });

  test('an answer is that of `default` where no other is declared, and what is no JSON has a name too', () => {
    const document = documentWith({});
    const post = (document.paths['/things'] as JsonObject).post as JsonObject;
    post.requestBody = { content: { 'multipart/form-data': { schema: { type: 'object' } } } };
    post.responses = { default: { description: 'OK', content: { 'text/csv': {}, 'image/png': {} } } };
    expect(Object.fromEntries(aliasesOf(document).map(({ name, type }) => [name, type]))).toMatchObject({
      AddThingRequest:
        "NonNullable<operations['add_thing']['requestBody']>['content']['multipart/form-data']",
      AddThingResponse:
        "operations['add_thing']['responses']['default']['content']['text/csv'] | operations['add_thing']['responses']['default']['content']['image/png']",
    });
  });

  test('what is generated compiles whatever the components are called, with nothing left out or shadowed', async () => {
    const names = [
      'NonNullable',
      'Record',
      'Omit',
      'DocumentVersion',
      'DocumentSha256',
      'Array',
      'as',
      'type',
      'operations_',
    ];
    const document = documentWith(Object.fromEntries(names.map((name) => [name, { type: 'object' }])));
    const files = generateTypesPackage(document, 'abc');
    const directory = join(import.meta.dirname, '..', 'reports', 'names');
    writeGenerated(directory, files);
    const index = files.map(([path]) => `export type * from './${path}';\n`).join('');
    writeFileSync(join(directory, 'index.ts'), index);
    const options = '--ignoreConfig --noEmit --strict --module nodenext --allowImportingTsExtensions --types';
    expect(await compile([...options.split(' '), '', join(directory, 'index.ts')])).toBe('');
    expect(new Map(files).get('src/generated/document.ts')).toContain('export type DocumentVersion_ =');
  });
});
