// The document, to be had from the mock that serves it.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { document, documentOf, start } from './support.ts';

test('as JSON, byte for byte what the hash is of, and as YAML', async () => {
  const mock = await start({ spec: document });
  const json = await fetch(`${mock.url}/openapi.json`);
  const text = await json.text();
  expect([json.status, json.headers.get('content-type')]).toEqual([200, 'application/json']);
  expect(createHash('sha256').update(text).digest('hex')).toBe(mock.document.sha256);
  expect(JSON.parse(text)).toEqual(document);
  const yaml = await fetch(`${mock.url}/openapi.yaml?a=b`);
  expect([yaml.headers.get('content-type'), parse(await yaml.text())]).toEqual([
    'application/yaml',
    document,
  ]);
  expect((await fetch(`${mock.url}/openapi.json`, { method: 'HEAD' })).status).toBe(200);
  expect((await fetch(`${mock.url}/openapi.json`, { method: 'POST' })).status).toBe(404);
});

test('a document that declares such a path itself is served as it says', async () => {
  const spec = documentOf({});
  const get = { responses: { 204: { description: 'own' } } };
  const { url } = await start({ spec: { ...spec, paths: { '/openapi.json': { get } } } });
  expect((await fetch(`${url}/openapi.json`)).status).toBe(204);
});
