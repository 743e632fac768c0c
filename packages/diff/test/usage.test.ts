// Which places of a code base are told of, and which are not.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnreadableError } from '@agentsource/openapi/errors';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { judge } from '../src/judge.ts';
import { findUses } from '../src/usage/find.ts';
import { AFTER, BEFORE } from '../testing/things.ts';

const { changes } = await judge(BEFORE, AFTER);
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'usage-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

function usesOf(file: string, text: string) {
  mkdirSync(join(directory, file, '..'), { recursive: true });
  writeFileSync(join(directory, file), text);
  return findUses(directory, changes, BEFORE, AFTER).map((use) => `${use.file}:${use.line} ${use.text}`);
}

describe('findUses', () => {
  it.each([
    ["await client.POST('/things/search', {})", 'POST /things/search'],
    ['await client.DELETE("/things/{id}", {})', 'DELETE /things/{id}'],
    ["await client.request('post', `/things/search`, {})", 'POST /things/search'],
    ["useQuery('post', '/things/search')", 'POST /things/search'],
    ["await client['/things/search'].POST({})", 'POST /things/search'],
    ["type Body = paths['/things/search']['post']", 'POST /things/search'],
    ["const path = '/things/search'", '/things/search'],
    ["type Search = operations['search_things']", "operations['search_things']"],
    ["type Thing = components['schemas']['Thing']", "components['schemas']['Thing']"],
  ])('finds %s', (line, text) => {
    expect(usesOf('src/a.ts', `// first line\n${line};\n`)).toEqual([`src/a.ts:2 ${text}`]);
  });

  it('finds names that are imported from our packages, under whatever name', () => {
    const text =
      "import type { SearchThingsRequest as Body } from '@agentsource/types';\n\nlet body: Body;\n";
    expect(usesOf('a.tsx', text)).toEqual(['a.tsx:1 SearchThingsRequest', 'a.tsx:3 SearchThingsRequest']);
  });

  it('finds the functions of operations', () => {
    const text =
      "import { searchThings } from '@agentsource/client/operations';\n\nawait searchThings(client, {});\n";
    expect(usesOf('a.ts', text)).toEqual(['a.ts:1 searchThings', 'a.ts:3 searchThings']);
  });

  it('tells which changes reach a place', () => {
    usesOf('a.js', "client.POST('/things/count', {})");
    const [use] = findUses(directory, changes, BEFORE, AFTER);
    expect(use?.changes.map(({ kind }) => kind)).toEqual([
      'closed-property-removed',
      'enum-value-added',
      'constraint-tightened',
    ]);
  });

  it.each([
    ['a call that nothing reaches', 'src/a.ts', "client.GET('/things/search')"],
    ['a name of somebody else', 'src/a.ts', "import type { Thing } from './thing.ts'; let thing: Thing;"],
    ['installed packages', 'node_modules/x/a.js', "client.POST('/things/search')"],
    ['hidden folders', '.cache/a.js', "client.POST('/things/search')"],
    ['text that is no code', 'notes.md', "client.POST('/things/search')"],
    ['comments', 'a.ts', "// client.POST('/things/search')"],
  ])('passes over %s', (_what, file, text) => {
    expect(usesOf(file, text)).toEqual([]);
  });

  it('refuses a directory that is not there', () => {
    expect(() => findUses(join(directory, 'nowhere'), changes, BEFORE, AFTER)).toThrow(UnreadableError);
  });
});
