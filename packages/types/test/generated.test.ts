// What is committed is of the document that is built, exports every name it promises, and compiles where nothing is skipped.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from '@agentsource/tooling/compile';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

interface Operation {
  operationId: string;
  requestBody?: object;
}

const root = join(import.meta.dirname, '..');
const json = readFileSync(fileURLToPath(import.meta.resolve('@agentsource/spec/openapi.json')), 'utf8');
const document = JSON.parse(json) as {
  info: { version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
};
const operations = Object.values(document.paths)
  .flatMap((item) => Object.values(item))
  .filter((operation) => operation.operationId !== undefined);
const aliases = ['components', 'operations']
  .map((name) => readFileSync(join(root, `src/generated/${name}.ts`), 'utf8'))
  .join('');
const names = [...aliases.matchAll(/^export type (\w+) =/gm)].map((match) => match[1]);

test('the types know the document they were generated from', () => {
  const generated = readFileSync(join(root, 'src/generated/document.ts'), 'utf8');
  expect(generated).toContain(`DocumentVersion = "${document.info.version}"`);
  expect(generated).toContain(`DocumentSha256 = "${createHash('sha256').update(json).digest('hex')}"`);
});

describe('there is a name', () => {
  test.each(Object.keys(document.components.schemas))('for the component %s', (component) => {
    expect(aliases).toContain(`= components['schemas']['${component}'];`);
  });

  test.each(operations.filter(({ requestBody }) => requestBody))(
    'for the request of $operationId',
    ({ operationId }) => {
      expect(aliases).toContain(`Request = NonNullable<operations['${operationId}']['requestBody']>`);
    },
  );

  test.each(operations)('for the response of $operationId', ({ operationId }) => {
    expect(aliases).toMatch(new RegExp(`Response = operations\\['${operationId}'\\]\\['responses'\\]`));
  });
});

describe('the built declarations', () => {
  const directory = join(root, 'reports', 'consumer');
  beforeAll(() => {
    mkdirSync(directory, { recursive: true });
    writeFileSync(
      join(directory, 'consumer.ts'),
      `import type { ${names.join(', ')}, components, operations, paths } from '../../dist/index.js';\n` +
        `export type All = [${names.join(', ')}, components, operations, paths];\n`,
    );
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  test('compile with every library checked, and with nothing but what TypeScript brings', async () => {
    const options =
      '--ignoreConfig --noEmit --strict --exactOptionalPropertyTypes --skipLibCheck false --module nodenext'.split(
        ' ',
      );
    expect(await compile([...options, '--types', '', join(directory, 'consumer.ts')])).toBe('');
  });
});
