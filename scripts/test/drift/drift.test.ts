// Where pages contradict their document, known and new.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSchemaValidator } from '@agentsource/openapi/schema-validator';
import { documentWith, FIXTURE_SPEC } from '@agentsource/openapi/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { checkExample } from '../../src/drift/check.ts';
import { curlCalls } from '../../src/drift/curl.ts';
import { findDrift } from '../../src/drift/drift.ts';
import { examplesOfPage } from '../../src/drift/examples.ts';
import { operationAt, type PageOperation } from '../../src/drift/operation.ts';

const document = documentWith(
  {
    Thing: {
      type: 'object',
      required: ['name'],
      additionalProperties: false,
      properties: { name: { type: 'string' } },
    },
    Added: { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } },
    Problem: { type: 'object', required: ['detail'], properties: { detail: { type: 'string' } } },
  },
  {
    paths: {
      '/things/{kind}': {
        parameters: [{ in: 'query', name: 'dry', schema: { type: 'boolean' } }],
        post: {
          operationId: 'add_thing',
          requestBody: { $ref: '#/components/requestBodies/Thing' },
          responses: {
            '200': {
              description: 'ok',
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Added' } } },
            },
            '422': {
              description: 'no',
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
            },
          },
        },
      },
    },
  },
);
Object.assign(document.components as object, {
  requestBodies: {
    Thing: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
  },
  securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'Api_Key' } },
});
const operation = operationAt(document, 'post', '/things/{kind}') as PageOperation;
const validator = createSchemaValidator(document);

const problemsOf = (page: string) =>
  examplesOfPage(page).flatMap((example) =>
    checkExample(example, operation, validator).map(({ direction, problem }) => `${direction}: ${problem}`),
  );

const curl = (more: string, url = 'https://things.example/things/big') =>
  `\`\`\`bash\ncurl -X POST "${url}" -H 'api_key: k' -H 'Content-Type: application/json' ${more}\n\`\`\`\n`;

describe('a cURL example', () => {
  test.each([
    ['that does what the document says', curl(`-d '{"name": "a"}'`), []],
    [
      'with a property too many',
      curl(`-d '{"name": "a", "age": 1}'`),
      ['/ must NOT have additional properties ("age")'],
    ],
    ['with a broken body', curl(`--data-raw '{"name": '`), ['is not JSON']],
    [
      'of another path',
      curl('', 'https://things.example/other'),
      ['calls POST /other, but the page is of POST /things/{kind}'],
    ],
    [
      'of another method',
      curl('').replace('POST', 'PUT'),
      ['calls PUT /things/big, but the page is of POST /things/{kind}'],
    ],
    [
      'of another server',
      curl('', 'https://elsewhere.example/things/big'),
      ["the URL https://elsewhere.example/things/big is on none of the document's servers"],
    ],
    [
      'without the key',
      curl('').replace("-H 'api_key: k'", ''),
      ["the API key's header (api_key) is not sent"],
    ],
    [
      'that does not say JSON',
      curl(`-d '{"name": "a"}'`).replace('json', 'xml'),
      ['a body is sent, but not as JSON (Content-Type)'],
    ],
    [
      'with a query parameter',
      curl('', 'https://things.example/things/big?dry=1&wet=1'),
      ['the document has no query parameter "wet"'],
    ],
  ])('%s', (_, page, problems) => {
    expect(problemsOf(page)).toEqual(problems.map((problem) => `request: ${problem}`));
  });

  test('is read as a shell reads it', () => {
    const [call, second] = curlCalls(
      `export KEY=1\ncurl --request PATCH \\\n  --url https://a.example/x \\\n --header "A: \\"q\\"" -m 5 --json '{"a":'"1}"\ncurl -s https://b.example/y`,
    );
    expect(call).toMatchObject({ method: 'PATCH', url: 'https://a.example/x', body: '{"a":1}' });
    expect(Object.fromEntries(call?.headers ?? [])).toEqual({ a: '"q"', 'content-type': 'application/json' });
    expect(second).toMatchObject({ method: 'GET', url: 'https://b.example/y', body: undefined });
  });
});

describe('a JSON example is held against what its title claims it to be', () => {
  const json = (value: unknown) => `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\`\n`;
  test.each([
    ['## Response\n', { id: 1 }, []],
    ['## Response\n', { id: '1' }, ['response: /id must be integer']],
    ['## Request body\n', { name: 1 }, ['request: /name must be string']],
    ['<Accordion title="Example Response">\n', {}, ["response: / must have required property 'id'"]],
    ['**Error response**\n', { detail: 'no' }, []],
    ['### 422 response\n', { id: 1 }, ["response: / must have required property 'detail'"]],
    ['### 404 response\n', {}, ['response: the document has no JSON response body here']],
    ['## Example\n', { name: 'a' }, []],
    ['## Example\n', { id: 2 }, []],
    ['## Example\n', { id: 'x', more: 1 }, ['response: /id must be integer']],
  ])('%j %j', (title, value, problems) => {
    expect(problemsOf(title + json(value))).toEqual(problems);
  });

  test('indented in a component, with a line number that leads to it', () => {
    const page = `# Title\n\n  <Tab title="Response">\n    \`\`\`json JSON theme={null}\n    {\n      "id": 1\n    }\n    \`\`\`\n  </Tab>\n`;
    expect(examplesOfPage(page)).toEqual([
      { kind: 'json', direction: 'response', status: undefined, line: 5, text: '{\n  "id": 1\n}\n' },
    ]);
  });
});

describe('the vendored pages of a spec directory', () => {
  const ttl = {
    page: 'add_prospects_enrollments.md',
    direction: 'request',
    problem: '/ must NOT have additional properties ("ttl_days")',
  };
  const context = {
    ...ttl,
    direction: 'response',
    problem: "/ must have required property 'response_context'",
  };
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'drift-'));
    cpSync(FIXTURE_SPEC, directory, { recursive: true });
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  const acknowledge = (...entries: object[]) =>
    writeFileSync(join(directory, 'drift.yaml'), stringify({ acknowledged: entries }));

  test('a contradiction is new until it is acknowledged with a reason', async () => {
    acknowledge({ ...ttl, reason: 'known' });
    const { drifts, obsolete } = await findDrift(directory);
    expect(drifts).toMatchObject([
      { ...ttl, line: 37, acknowledged: 'known' },
      { ...context, line: 58, acknowledged: null },
    ]);
    const page = readFileSync(join(directory, 'pages', ttl.page), 'utf8').split('\n');
    expect(page[36]).toContain('curl -X POST');
    expect(obsolete).toEqual([]);
  });

  test('an entry that no longer occurs is reported', async () => {
    const gone = { ...ttl, problem: '/ is odd', reason: 'was known' };
    acknowledge(gone, { ...ttl, reason: 'known' });
    expect((await findDrift(directory)).obsolete).toEqual([gone]);
  });

  test('an entry without a reason is refused', async () => {
    acknowledge(ttl);
    await expect(findDrift(directory)).rejects.toThrow(
      'spec/drift.yaml: acknowledged[0] needs a text "reason"',
    );
  });
});
