// Which operation of the old document is which of the new one.
import type { JsonObject } from '@agentsource/openapi/json';
import { describe, expect, it } from 'vitest';
import { judge } from '../src/judge.ts';
import { pairOperations } from '../src/operations.ts';
import { documentOf } from '../testing/documents.ts';

function paths(...templates: string[]) {
  const item = (path: string): JsonObject => ({
    get: {
      operationId: `get${path.replaceAll(/\W+/g, '_')}`,
      parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
        return { name, in: 'path', required: true, schema: { type: 'string' } };
      }),
      responses: { '204': { description: 'None' } },
    },
  });
  return documentOf({ document: { paths: Object.fromEntries(templates.map((path) => [path, item(path)])) } });
}

describe('pairOperations', () => {
  it.each<[string, string[], string[], string[]]>([
    ['the same path first', ['/a/{x}', '/a/{y}'], ['/a/{y}', '/a/{x}'], ['/a/{y} /a/{y}', '/a/{x} /a/{x}']],
    ['one shape by another name', ['/a/{x}'], ['/a/{y}'], ['/a/{x} /a/{y}']],
    [
      'what is left of one shape',
      ['/a/{x}', '/a/{y}'],
      ['/a/{y}', '/a/{z}'],
      ['/a/{y} /a/{y}', '/a/{x} /a/{z}'],
    ],
    ['nothing else', ['/a'], ['/b'], ['- /b', '/a -']],
  ])('pairs %s', (_what, before, after, pairs) => {
    expect(
      pairOperations(paths(...before), paths(...after)).map(
        ({ before: old, after: now }) => `${old?.path ?? '-'} ${now?.path ?? '-'}`,
      ),
    ).toEqual(pairs);
  });

  it('tells what changed in one of two operations of one shape', async () => {
    const [before, after] = [paths('/a/{x}', '/a/{y}'), paths('/a/{x}', '/a/{y}')];
    const item = after.paths['/a/{y}'] as { get: JsonObject };
    item.get.summary = 'Other';
    const { changes } = await judge(before, after);
    expect(changes.map(({ operation, kind }) => `${operation} ${kind}`)).toEqual([
      'GET /a/{y} documentation-changed',
    ]);
  });
});
