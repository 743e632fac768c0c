// What remembers enrollments: refused where nothing is to be remembered, and not even loaded where nobody asks for it.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MockError, startMock } from '../src/index.ts';

test('--stateful needs something to remember', async () => {
  const paths = { '/a': { get: { responses: { 200: { description: 'ok' } } } } };
  const started = startMock({
    spec: { openapi: '3.1.0', info: { title: 'Other', version: '1' }, paths },
    stateful: true,
  });
  await expect(started).rejects.toThrow(MockError);
  await expect(started).rejects.toThrow(
    /^The document has none of the operations that a stateful mock remembers[^\n]*$/,
  );
});

test('what remembers enrollments is loaded only where it is asked for', () => {
  const root = join(import.meta.dirname, '..');
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  expect(files).toContain('stateful/index.ts');
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
    const { startMock } = await import('./src/index.ts');
    const paths = { '/a': { get: { responses: {} } } };
    await (await startMock({ spec: { openapi: '3.1.0', info: { title: '', version: '' }, paths } })).close();
    console.log(loaded.filter((url) => /stateful|testing/.test(url)).length);`;
  const run = ['--input-type=module', '--no-warnings', '--eval', script];
  expect(execFileSync(process.execPath, run, { cwd: root, encoding: 'utf8' })).toBe('0\n');
});
