// What is generated compiles for every shape that a document may bring, examples included, and says what the client gives.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aliasesOf } from '@agentsource/codegen/aliases';
import { generateClientCore, generateTypesPackage } from '@agentsource/codegen/generate';
import { writeGenerated } from '@agentsource/codegen/write-generated';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { normalise } from '@agentsource/openapi/normalise';
import { SHAPES, withShapes } from '@agentsource/openapi/testing/shapes';
import { operationsOf } from '@agentsource/openapi/walk';
import { compile } from '@agentsource/tooling/compile';
import { snippetsOfSource } from '@agentsource/tooling/snippets';
import { beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const directory = join(root, 'reports', 'any-document');
const SETTINGS = { securityScheme: 'APIKeyHeader', environmentVariable: 'API_KEY' };

/** Names that mean something to TypeScript, clash with each other, or with what the modules declare. */
const NAMES = [
  ...[
    'delete',
    'then',
    'exports',
    'api',
    'client',
    'options',
    'callOperation',
    'promise',
    'get_thing',
    'getThing',
  ],
  ...[
    'GetThing',
    '2fa',
    '取得',
    'constructor',
    '__proto__',
    'undefined',
    'isOneOf',
    'HTTPThing',
    'operations',
  ],
];
const ENUMS = {
  Colour: { type: 'string', enum: ['red', "it's", 'a\nb', '*/'] },
  colour: { type: ['string', 'null'], enum: ['red', null] },
  'odd-name': { type: 'integer', enum: [1, 2] },
  Sized: { oneOf: [{ const: 'small', title: 'Small' }, { const: 'large' }] },
  Promise: { enum: ['a', 1, true, null] },
  colourValues: { type: 'string' },
  isColour: { type: 'object' },
};

const answer = {
  description: 'OK',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Colour' } } },
};
const named = Object.fromEntries(
  NAMES.map((operationId, index) => [
    `/named/${index}`,
    { get: { operationId, responses: { '200': answer } } },
  ]),
);
const BASE = {
  openapi: '3.1.0',
  info: { title: 'All shapes', version: '1' },
  servers: [{ url: 'https://api.example.com' }],
  paths: named,
  security: [{ APIKeyHeader: [] }],
  components: {
    schemas: ENUMS,
    securitySchemes: { APIKeyHeader: { type: 'apiKey', in: 'header', name: 'api_key' } },
  },
} as unknown as OpenApiDocument;

const { document } = normalise(withShapes(BASE, SHAPES), 'all shapes');
const operations = operationsOf(document).filter(({ operation }) => operation.operationId !== undefined);

const EQUAL = `type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Data<T extends (...call: never) => Promise<unknown>> = Awaited<ReturnType<T>>;
`;

/** That each function gives what the client's own methods do, and that the values of an enum are all of its type. */
function checks(functions: string, enums: string): string {
  const names = [...functions.matchAll(/^export function ([\w$]+)\(/gm)].map(([, name = '']) => name);
  const gives = operations.map(({ operation, method }, index) => {
    const data =
      method === 'head'
        ? 'undefined'
        : `CallData<api.operations[${JSON.stringify(operation.operationId)}], unknown>`;
    return `export const gives${index}: Equal<Data<typeof functions.${names[index]}>, ${data}> = true;`;
  });
  const values = [...enums.matchAll(/^export const ([\w$]+) = [\s\S]*?value is api\.([\w$]+) /gm)].map(
    ([, name, type]) => `export const all${name}: Equal<(typeof enums.${name})[number], api.${type}> = true;`,
  );
  return `import type * as api from '@agentsource/types';
import type { CallData } from './src/declared-types.ts';
import type * as enums from './src/enums/index.ts';
import type * as functions from './src/operations/index.ts';
${EQUAL}${[...gives, ...values].join('\n')}\n`;
}

let functions: string;
let enums: string;
let examples: string[];
beforeAll(async () => {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(join(directory, 'examples'), { recursive: true });
  cpSync(join(root, 'src'), join(directory, 'src'), { recursive: true });
  cpSync(join(root, '..', 'types', 'src', 'index.ts'), join(directory, 'types', 'src', 'index.ts'));
  writeGenerated(join(directory, 'types'), generateTypesPackage(document, 'of no interest'));
  writeGenerated(directory, generateClientCore(document, SETTINGS, 'of no interest'));
  functions = readFileSync(join(directory, 'src', 'generated', 'operations.ts'), 'utf8');
  enums = readFileSync(join(directory, 'src', 'generated', 'enums.ts'), 'utf8');
  examples = snippetsOfSource(functions, 'operations.ts').map(({ code }) => code);
  for (const [index, code] of examples.entries())
    writeFileSync(join(directory, 'examples', `${index}.ts`), code);
  writeFileSync(join(directory, 'checks.ts'), checks(functions, enums));
  const paths = {
    '@agentsource/types': ['./types/src/index.ts'],
    '@agentsource/client': ['./src/index.ts'],
    '@agentsource/client/operations': ['./src/operations/index.ts'],
  };
  const config = {
    extends: '../../tsconfig.json',
    compilerOptions: { types: [], paths },
    include: ['checks.ts', 'examples', 'src/generated', 'types'],
  };
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify(config));
});

test('all of it compiles', async () => {
  expect(await compile(['-p', directory])).toBe('');
});

test('every operation with an id has a function, and nearly every one an example', () => {
  expect(functions.match(/^export function /gm)).toHaveLength(operations.length);
  expect(examples.length).toBeGreaterThan(operations.length * 0.95);
});

test('names that mean something, or are taken, step aside by a `_`', () => {
  const names = [...functions.matchAll(/^export function ([\w$]+)\(/gm)].map(([, name]) => name);
  expect(names.slice(0, NAMES.length)).toEqual([
    ...[
      'delete_',
      'then_',
      'exports_',
      'api_',
      'client_',
      'options',
      'callOperation_',
      'promise',
      'getThing',
    ],
    ...[
      'getThing_',
      'getThing__',
      '_2fa',
      '_',
      'constructor_',
      'proto',
      'undefined_',
      'isOneOf',
      'httpThing',
    ],
    'operations_',
  ]);
  expect(new Set(names).size).toBe(names.length);
});

describe('an enum', () => {
  test('has values and a guard, whatever it is called', () => {
    const exported = [...enums.matchAll(/^export (?:const|function) ([\w$]+)/gm)].map(([, name]) => name);
    expect(exported).toEqual(
      expect.arrayContaining([
        'colourValues',
        'isColour',
        'colourValues_',
        'isColour_',
        'oddNameValues',
        'isOddName',
      ]),
    );
    expect(enums).toContain("['small', 'large'] as const");
    expect(enums).toContain(String.raw`['red', 'it\'s', 'a\u000ab', '*/'] as const`);
  });

  test('what is none has none', () => {
    const named = aliasesOf(document).map(({ name }) => name);
    expect(named).toContain('colourValues');
    expect(enums).not.toContain('colourValuesValues');
  });
});
