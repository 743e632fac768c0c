// What the compiler says of operations that are not JSON alone, for paths as the generator writes them. `tsc -p .` is the test.
import type { Client } from 'openapi-fetch';
import { expect, expectTypeOf, test } from 'vitest';
import type { ClientOf } from '../../src/client-types.ts';
import { unwrap } from '../../src/index.ts';

interface Operation {
  parameters: { query?: never; header?: never; path?: never; cookie?: never };
  requestBody?: never;
}
interface None {
  headers: { [name: string]: unknown };
  content?: never;
}
interface Some<Content> {
  headers: { [name: string]: unknown };
  content: Content;
}
interface Failed {
  detail: string;
}
interface Thing {
  id: string;
  tags: string[];
}
interface Answers<Responses> extends Operation {
  responses: Responses;
}
interface Takes<Content> extends Omit<Operation, 'requestBody'> {
  requestBody: { content: Content };
  responses: { 200: Some<{ 'application/json': Thing }>; 422: Some<{ 'application/json': Failed }> };
}
interface MayTake<Content> extends Omit<Operation, 'requestBody'> {
  requestBody?: { content: Content };
  responses: { 204: None };
}

interface Paths {
  '/json': {
    get: Answers<{ 200: Some<{ 'application/json': Thing }>; 422: Some<{ 'application/json': Failed }> }>;
  };
  '/csv': { get: Answers<{ 200: Some<{ 'text/csv': string }> }> };
  '/pdf': { get: Answers<{ 200: Some<{ 'application/pdf': Blob }> }> };
  '/either': {
    get: Answers<{ 200: Some<{ 'application/json': Thing; 'application/pdf': Blob; 'text/csv': string }> }>;
  };
  '/maybe': { get: Answers<{ 200: Some<{ 'application/json': Thing }>; 202: None }> };
  '/nothing': { get: Answers<{ 202: None; 422: Some<{ 'application/json': Failed }> }> };
  '/range': {
    get: Answers<{
      '2XX': Some<{ 'application/json': Thing }>;
      default: Some<{ 'application/json': Failed }>;
    }>;
  };
  '/default': { get: Answers<{ default: Some<{ 'application/json': Thing }> }> };
  '/undeclared': { get: Answers<{ 422: Some<{ 'application/json': Failed }> }> };
  '/odd': { get: Answers<{ 226: Some<{ 'application/json': Thing }> }> };
  '/upload': { post: Takes<{ 'multipart/form-data': { files: Blob[]; label?: string } }> };
  '/form': { post: Takes<{ 'application/x-www-form-urlencoded': { name: string; tags?: string[] } }> };
  '/bytes': { post: Takes<{ 'application/octet-stream': Blob }> };
  '/text': { post: Takes<{ 'text/plain': string }> };
  '/image': { post: Takes<{ 'image/*': Blob }> };
  '/many': { post: Takes<{ 'application/json': { name: string }; 'text/csv': string }> };
  '/optional': { post: MayTake<{ 'multipart/form-data': { file?: Blob }; 'text/csv': string }> };
  '/patch': { post: Takes<{ 'application/merge-patch+json': { name?: string | null } }> };
}

// Compiled, never called.
export async function answers(client: ClientOf<Paths>): Promise<void> {
  expectTypeOf(await unwrap(client.GET('/json'))).toEqualTypeOf<Thing>();
  expectTypeOf(await unwrap(client.GET('/csv'))).toEqualTypeOf<string>();
  expectTypeOf(await unwrap(client.GET('/pdf'))).toEqualTypeOf<Blob>();
  expectTypeOf(await unwrap(client.GET('/either'))).toEqualTypeOf<Thing | string | Blob>();
  expectTypeOf(await unwrap(client.GET('/maybe'))).toEqualTypeOf<Thing | undefined>();
  expectTypeOf(await unwrap(client.GET('/nothing'))).toEqualTypeOf<undefined>();
  expectTypeOf(await unwrap(client.GET('/range'))).toEqualTypeOf<Thing>();
  expectTypeOf(await unwrap(client.GET('/default'))).toEqualTypeOf<Thing>();
  expectTypeOf(await unwrap(client.GET('/undeclared'))).toEqualTypeOf<unknown>();
  expectTypeOf(await unwrap(client.GET('/odd'))).toEqualTypeOf<Thing>();
  expectTypeOf(await unwrap(client.request('get', '/pdf'))).toEqualTypeOf<Blob>();
  expectTypeOf(await unwrap(client.GET('/pdf', { parseAs: 'stream' }))).toEqualTypeOf<Response['body']>();
  expectTypeOf(await unwrap(client.GET('/nothing', { parseAs: 'text' }))).toEqualTypeOf<string>();
  const { data, error } = await client.GET('/json');
  if (error) expectTypeOf(error).toEqualTypeOf<Failed>();
  else expectTypeOf(data.tags.map((tag) => tag.length)).toEqualTypeOf<number[]>();
  const nothing = await client.GET('/nothing');
  expectTypeOf(nothing.data).toEqualTypeOf<undefined>();
  expectTypeOf(nothing.error).toEqualTypeOf<Failed | undefined>();
}

// Compiled, never called.
export async function bodies(
  client: ClientOf<Paths>,
  file: File,
  stream: ReadableStream<Uint8Array>,
): Promise<void> {
  expectTypeOf(
    await unwrap(client.POST('/upload', { body: { files: [file, new Blob()], label: 'x' } })),
  ).toEqualTypeOf<Thing>();
  await client.POST('/upload', { body: new FormData(), retry: false, contentType: 'multipart/form-data' });
  await client.POST('/form', { body: { name: 'a', tags: ['b'] } });
  await client.POST('/form', { body: new URLSearchParams() });
  await client.POST('/bytes', { body: file });
  await client.POST('/bytes', { body: stream });
  await client.POST('/bytes', { body: new Uint8Array() });
  await client.POST('/text', { body: 'text' });
  await client.POST('/image', { body: file, contentType: 'image/png' });
  await client.POST('/many', { body: { name: 'a' } });
  await client.POST('/many', { body: 'a,b', contentType: 'text/csv' });
  await client.POST('/optional');
  await client.POST('/optional', { timeout: 5 });
  await client.POST('/optional', { body: 'a,b', contentType: 'text/csv' });
  await client.POST('/patch', { body: { name: null } });
}

// Compiled, never called.
export async function refused(client: ClientOf<Paths>): Promise<void> {
  // @ts-expect-error a body is required
  await client.POST('/upload');
  // @ts-expect-error files is missing
  await client.POST('/upload', { body: { label: 'x' } });
  // @ts-expect-error files are bytes
  await client.POST('/upload', { body: { files: ['a'] } });
  // @ts-expect-error no list of numbers
  await client.POST('/form', { body: { name: 'a', tags: [1] } });
  // @ts-expect-error text is no JSON
  await client.POST('/many', { body: 'a,b' });
  // @ts-expect-error none of the declared types
  await client.POST('/many', { body: 'a,b', contentType: 'text/plain' });
  // @ts-expect-error not in the range
  await client.POST('/image', { body: new Blob(), contentType: 'text/plain' });
  // @ts-expect-error not a text
  await client.POST('/text', { body: { name: 'a' } });
  // @ts-expect-error no such path
  await client.POST('/csv', { body: '' });
}

test('what takes an openapi-fetch client takes this one', () => {
  const taken = (core: Client<Paths>): unknown => core;
  const client = {} as ClientOf<Paths>;
  expect(taken(client)).toBe(client);
});
