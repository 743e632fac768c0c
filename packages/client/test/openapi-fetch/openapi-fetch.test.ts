// What people and tools know of openapi-fetch holds for this client: the same programs, run with both. Where they differ the README
// says so ("Beside openapi-fetch").
import { wrapAsPathBasedClient } from 'openapi-fetch';
import { describe, expect, test } from 'vitest';
import { answers } from './answers.ts';
import { type AnyClient, type Program, withOpenApiFetch, withThisClient } from './both.ts';
import { requests } from './requests.ts';

test.each([...requests, ...answers])('%s', async (_, program) => {
  const theirs = await withOpenApiFetch(program);
  expect(await withThisClient(program)).toEqual(theirs);
});

test('a client of paths', async () => {
  const program: Program = {
    async run(client) {
      const paths = wrapAsPathBasedClient(client) as AnyClient;
      const { GET } = paths['/things/{id}'];
      await paths['/things'].POST({ body: { a: 1 } });
      return GET({ params: { path: { id: 7 } } });
    },
  };
  const theirs = await withOpenApiFetch(program);
  expect(theirs.requests).toHaveLength(2);
  expect(await withThisClient(program)).toEqual(theirs);
});

describe('other than openapi-fetch', () => {
  const get = (path: string, init?: object) => (client: AnyClient) => client.GET(path, init);
  const redirect = () => new Response(null, { status: 302, headers: { Location: 'https://b.example/' } });
  const DIFFERENCES: [string, Program, theirs: unknown, ours: unknown][] = [
    [
      'a redirect is refused',
      { answer: redirect, run: get('/a') },
      { status: 302 },
      /refused to follow a redirect/,
    ],
    [
      'so is another origin',
      { run: get('/a', { baseUrl: 'https://b.example' }) },
      { status: 200 },
      /goes to https:\/\/api.example only/,
    ],
    ['and a path parameter that is missing', { run: get('/a/{id}') }, { status: 200 }, /id must not be ""/],
    [
      'or leads elsewhere',
      { run: get('/a/{id}', { params: { path: { id: '..' } } }) },
      { status: 200 },
      /id must not be ".."/,
    ],
    [
      'an empty error is no falsy one',
      { answer: () => new Response('', { status: 500 }), run: get('/a') },
      { status: 500 },
      { error: {} },
    ],
    [
      'an empty success, where JSON is expected, is an error',
      { answer: () => new Response(''), run: get('/a') },
      { data: undefined },
      /empty or not JSON/,
    ],
    [
      'so is one that is not JSON',
      { answer: () => new Response('<p>'), run: get('/a') },
      /Unexpected token/,
      /empty or not JSON/,
    ],
    [
      'what fetch rejects with is the cause of an ExploriumError',
      { answer: () => Promise.reject(new TypeError('no')), run: get('/a') },
      'throws no',
      'throws GET /a: connection failed: no',
    ],
  ];

  test.each(DIFFERENCES)('%s', async (_, program, theirs, ours) => {
    for (const [run, expected] of [
      [withOpenApiFetch, theirs],
      [withThisClient, ours],
    ] as const) {
      const { outcome } = await run(program);
      if (expected instanceof RegExp) expect(outcome).toMatch(expected);
      else if (typeof expected === 'string') expect(outcome).toBe(expected);
      else expect(outcome).toMatchObject(expected as object);
    }
  });
});
