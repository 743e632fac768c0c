// The command line's table, of every shape that a document may bring: each operation once, by names that a shell takes for words.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { normalise } from '@agentsource/openapi/normalise';
import { hostileDocuments } from '@agentsource/openapi/testing/hostile';
import { SHAPES, withShapes } from '@agentsource/openapi/testing/shapes';
import { operationsOf } from '@agentsource/openapi/walk';
import { expect, test } from 'vitest';
import { kebabCase, OWN_COMMANDS, OWN_OPTIONS } from '../src/commands/command-names.ts';
import { commandsOf } from '../src/commands/commands.ts';
import { generateCliPackage } from '../src/generate.ts';

const SETTINGS = { securityScheme: 'Key', environmentVariable: 'API_KEY' };
const NAME = /^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u;
const answer = { responses: { '200': { description: 'OK' } } };
const named = ['enroll', 'help', 'getThing', 'get_thing', '取得', '__proto__', 'HTTPThing'];
const BASE = {
  openapi: '3.1.0',
  info: { title: 'All shapes', version: '1' },
  servers: [{ url: 'https://api.example.com' }],
  paths: Object.fromEntries([
    ...named.map((operationId, index) => [`/named/${index}`, { get: { operationId, ...answer } }]),
    ['/none/{id}', { delete: answer }],
  ]),
  components: { securitySchemes: { Key: { type: 'apiKey', in: 'header', name: 'api_key' } } },
} as unknown as OpenApiDocument;

function field(name: string, schema: object) {
  const content = { 'application/json': { schema: { type: 'object', properties: { [name]: schema } } } };
  const path = '/x/{id}';
  const parameters = [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }];
  const paths = { [path]: { post: { operationId: 'x', parameters, requestBody: { content }, ...answer } } };
  return commandsOf({ ...BASE, paths } as unknown as OpenApiDocument)[0]?.options.at(-1);
}

test.each([
  ['addProspectsEnrollments', 'add-prospects-enrollments'],
  ['HTTPStatus', 'http-status'],
  ['X-Context-Partner-ID', 'x-context-partner-id'],
  ['$(rm -rf ~)', 'rm-rf'],
  ['__proto__', 'proto'],
])('%s → %s', (name, kebab) => expect(kebabCase(name)).toBe(kebab));

test('every operation of every shape is a command of its own', () => {
  const { document } = normalise(withShapes(BASE, SHAPES), 'all shapes');
  const commands = commandsOf(document);
  expect(commands).toHaveLength(operationsOf(document).length);
  const names = commands.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names)
    expect([name, NAME.test(name), OWN_COMMANDS.includes(name)]).toEqual([name, true, false]);
  expect(names).toEqual(
    expect.arrayContaining(['enroll-operation', 'help-operation', 'get-thing', 'get-thing-operation']),
  );
  for (const { options } of commands) {
    const flags = options.map(({ flag }) => flag);
    expect(new Set(flags).size).toBe(flags.length);
    for (const flag of flags)
      expect([flag, NAME.test(flag) && !OWN_OPTIONS.includes(flag) && !flag.startsWith('no-')]).toEqual([
        flag,
        true,
      ]);
  }
  expect(() => generateCliPackage(document, SETTINGS)).not.toThrow();
});

test('an option that is taken, or means the opposite of another, says where it goes', () => {
  expect(field('id', { type: 'string' })?.flag).toBe('body-id');
  expect(field('format', { type: 'string' })?.flag).toBe('body-format');
  expect(field('no-cache', { type: 'boolean' })?.flag).toBe('body-no-cache');
});

test('what values may be is known through alternatives and lists', () => {
  const list = { anyOf: [{ type: 'array', items: { enum: ['a', 'b'] }, minItems: 1 }, { type: 'null' }] };
  expect(field('of', list)).toMatchObject({
    types: ['array', 'null'],
    items: ['string', 'string'].slice(1),
    values: ['a', 'b'],
  });
});

test('a hostile text is a text', () => {
  for (const { name, text } of hostileDocuments('http://127.0.0.1:1/').slice(0, 120)) {
    let document: OpenApiDocument;
    try {
      document = normalise(JSON.parse(text), name).document;
    } catch {
      continue;
    }
    expect(() => generateCliPackage(document, SETTINGS)).not.toThrow();
    const texts = commandsOf(document).flatMap(({ name: command, summary, description, options }) => [
      ...[command, summary, ...description],
      ...options.flatMap(({ flag, help }) => [flag, help]),
    ]);
    expect([name, texts.filter((one) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(one))]).toEqual([name, []]);
  }
});
