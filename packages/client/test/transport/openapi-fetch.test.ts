// openapi-fetch stays behind one module, because nobody mends it any more: what it does could be replaced there.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const source = join(import.meta.dirname, '../../src');

test('openapi-fetch is imported by its adapter, and by what it needs for other than JSON; its types by a module that holds nothing else', () => {
  const importers = globSync('**/*.ts', { cwd: source })
    .filter((file) => /from 'openapi-fetch'/.test(readFileSync(join(source, file), 'utf8')))
    .sort();
  expect(importers).toEqual(
    ['declared-calls', 'openapi-fetch-types', 'openapi-fetch'].map((name) => `transport/${name}.ts`),
  );
  expect(readFileSync(join(source, 'transport/openapi-fetch-types.ts'), 'utf8')).not.toMatch(
    /^(import|export) (?!type )/m,
  );
});
