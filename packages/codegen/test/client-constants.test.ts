// What the client takes from the document and spec/client.yaml, and what it is refused for.
import type { JsonObject } from '@agentsource/openapi/json';
import { documentWith } from '@agentsource/openapi/testing';
import { describe, expect, test } from 'vitest';
import { renderClientConstants } from '../src/client-constants.ts';
import { parseClientSettings } from '../src/client-settings.ts';
import { generateClientCore, generateClientPackage } from '../src/generate.ts';

const KEY = { type: 'apiKey', in: 'header', name: 'api_key' };
const settings = { securityScheme: 'Key', environmentVariable: 'THE_KEY' };

function withSchemes(securitySchemes: JsonObject, more: JsonObject = {}) {
  return documentWith({}, { components: { schemas: { Thing: {} }, securitySchemes }, ...more });
}

function constants(securitySchemes: JsonObject, more: JsonObject = {}, server?: string): string {
  const all = server === undefined ? settings : { ...settings, server };
  return renderClientConstants(withSchemes(securitySchemes, more), all, 'abc');
}

test('the constants', () => {
  expect(constants({ Key: KEY }).match(/^export.*$/gm)).toEqual([
    'export const DOCUMENT_SHA256 = "abc";',
    'export const DEFAULT_BASE_URL = "https://things.example";',
    'export const API_KEY_HEADER = "api_key";',
    'export const API_KEY_VARIABLE = "THE_KEY";',
  ]);
});

describe('the key', () => {
  test('is of the scheme that is named, however many others there are', () => {
    const others = {
      Bearer: { type: 'http', scheme: 'bearer' },
      Query: { type: 'apiKey', in: 'query', name: 'key' },
      Team: { type: 'apiKey', in: 'header', name: 'team_key' },
    };
    expect(constants({ ...others, Key: KEY })).toContain('API_KEY_HEADER = "api_key"');
    expect(constants({ Key: { $ref: '#/components/securitySchemes/Team' }, ...others })).toContain(
      'API_KEY_HEADER = "team_key"',
    );
  });

  test.each<[string, JsonObject, RegExp]>([
    ['gone', {}, /^the security scheme "Key".* is not in the document; declare it .* by an overlay action$/],
    ['renamed', { Other: KEY }, /is not in the document; name "Other" in spec\/client.yaml, or declare it/],
    [
      'another type',
      { Key: { type: 'http', scheme: 'bearer' } },
      /is http bearer, not an apiKey in a header/,
    ],
    ['elsewhere', { Key: { ...KEY, in: 'query' } }, /is apiKey in query, not an apiKey in a header/],
    ['no header name', { Key: { ...KEY, name: 'k\r\nx: y' } }, /not an apiKey in a header/],
  ])('of a scheme that is %s is refused, with what to do', (_, schemes, message) => {
    expect(() => constants(schemes)).toThrow(message);
  });
});

describe('the base URL', () => {
  const servers = (...urls: string[]) => ({ servers: urls.map((url) => ({ url })) });

  test.each<[string, JsonObject, string]>([
    ['the first server', servers('https://a.example/v1', 'https://b.example'), 'https://a.example/v1'],
    ['none, but that of client.yaml', { servers: [] }, 'https://fallback.example/api'],
    ['relative to that of client.yaml', servers('/v2'), 'https://fallback.example/v2'],
    ['beneath that of client.yaml', servers('v2/'), 'https://fallback.example/api/v2'],
    [
      'with the default values of its variables',
      { servers: [{ url: 'https://{region}.example', variables: { region: { default: 'eu' } } }] },
      'https://eu.example',
    ],
  ])('%s', (_, more, url) => {
    expect(constants({ Key: KEY }, more, 'https://fallback.example/api')).toContain(
      `DEFAULT_BASE_URL = "${url}"`,
    );
  });

  test.each<[JsonObject, string | undefined, RegExp]>([
    [
      servers('/v1'),
      undefined,
      /first server is "\/v1", not an https URL; .* overlay action, or as "server" in spec\/client.yaml/,
    ],
    [{ servers: [] }, undefined, /names no server; .* overlay action, or as "server"/],
    [
      servers('http://x.example'),
      'https://fallback.example',
      /"http:\/\/x.example", not an https URL; .* overlay action$/,
    ],
    [servers('//x.example'), 'https://fallback.example', /not an https URL/],
    [servers('\t//x.example'), 'https://fallback.example', /not an https URL/],
    [servers('/\t/x.example'), 'https://fallback.example', /not an https URL/],
    [servers('javascript:alert(1)'), 'https://fallback.example', /not an https URL/],
    [servers('https://user:secret@x.example'), undefined, /not an https URL/],
    [servers('https://{region}.example'), undefined, /not an https URL/],
    [servers('\\\\x.example'), 'https://fallback.example', /not an https URL/],
  ])('%j is refused, with what to do', (more, server, message) => {
    expect(() => constants({ Key: KEY }, more, server)).toThrow(message);
  });
});

describe('spec/client.yaml', () => {
  test('is read', () => {
    const yaml = 'securityScheme: Key\nenvironmentVariable: THE_KEY\nserver: https://a.example\n';
    expect(parseClientSettings(yaml)).toEqual({ ...settings, server: 'https://a.example' });
  });

  test.each([
    ['', 'securityScheme and environmentVariable are expected'],
    ['securityScheme: [', 'spec/client.yaml: '],
    ['environmentVariable: A', 'securityScheme must be'],
    ['securityScheme: Key', 'environmentVariable must be'],
    ['securityScheme: Key\nenvironmentVariable: "A B"', 'environmentVariable must be'],
    ['securityScheme: Key\nenvironmentVariable: A\nserver: http://a.example', 'server must be an https URL'],
    ['securityScheme: Key\nenvironmentVariable: A\nkey: secret', '"key" is none of its keys'],
  ])('%j is refused in one line', (yaml, message) => {
    expect(() => parseClientSettings(yaml)).toThrow(message);
    expect(() => parseClientSettings(yaml)).toThrow(/^spec\/client.yaml: [^\n]*$/);
  });
});

test('a document without enrollments has a client, only not ours', () => {
  const document = withSchemes({ Key: KEY });
  const files = generateClientCore(document, settings, 'abc').map(([path]) => path);
  expect(files).toEqual(
    ['document', 'declarations', 'enums', 'operations', 'validators'].map(
      (name) => `src/generated/${name}.ts`,
    ),
  );
  expect(() => generateClientPackage(document, settings, 'abc')).toThrow(
    /no operation add_prospects_enrollments.*overlay action/,
  );
});
