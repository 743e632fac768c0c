// A bump's patch on its way to the job that may push: what a bump changes is applied, everything else is one line and no change.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyPatch } from '../../src/pull-request/apply.ts';
import { type Patch, readPatch } from '../../src/pull-request/patch.ts';
import { UnreadableError } from '../../src/without-install.ts';
import { createTree, stateOf, write } from './tree.ts';

const proposal = { from: '1.0.0', to: '1.1.0', severity: 'feature', report: 'What changes' };
const content = Buffer.from('new\n').toString('base64');

let directory: string;
let root: string;
let before: Record<string, string>;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'patches-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));
beforeEach(() => {
  root = createTree();
  before = stateOf(root);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** As propose-bump.ts does with what has arrived. */
function take(patch: unknown): void {
  const file = join(directory, 'patch.json');
  writeFileSync(file, typeof patch === 'string' ? patch : JSON.stringify(patch));
  takeFile(file);
}

function takeFile(file: string): void {
  applyPatch(root, readPatch(file));
}

function takeFiles(files: Record<string, unknown>): void {
  take({ ...proposal, files });
}

/** The line with which it is refused; fails when it is not, or when anything has changed. */
function refusal(action: () => void): string {
  let refused: unknown;
  try {
    action();
  } catch (error) {
    refused = error;
  }
  expect(refused).toBeInstanceOf(UnreadableError);
  expect(stateOf(root)).toEqual(before);
  const { message } = refused as UnreadableError;
  expect(message).toMatch(/^\P{Cc}{1,500}$/u);
  return message.replace(`${directory}/`, '');
}

test('what a bump changes is applied: files changed, added and removed', () => {
  takeFiles({
    'spec/openapi.yaml': null,
    'spec/openapi.json': content,
    'spec/source.json': content,
    'spec/pages/new.page.md': content,
    'spec/pages/old.md': null,
    'spec/overlays/10-ours.yaml': content,
    'packages/types/src/generated/openapi.ts': content,
    'packages/types/src/generated/operations/new.ts': content,
    '.changeset/openapi-1.1.0-12345678.md': content,
  });
  const after = stateOf(root);
  const changed = Object.entries(after).filter(([path, state]) => before[path] !== state);
  expect(Object.fromEntries(changed)).toEqual({
    'spec/openapi.json': '100644 new\n',
    'spec/source.json': '100644 new\n',
    'spec/pages/new.page.md': '100644 new\n',
    'spec/overlays/10-ours.yaml': '100644 new\n',
    'packages/types/src/generated/openapi.ts': '100644 new\n',
    'packages/types/src/generated/operations/new.ts': '100644 new\n',
    '.changeset/openapi-1.1.0-12345678.md': '100644 new\n',
  });
  expect(Object.keys(before).filter((path) => after[path] === undefined)).toEqual([
    'spec/openapi.yaml',
    'spec/pages/old.md',
  ]);
});

test('bytes stay as they are', () => {
  const bytes = Buffer.from([0, 255, 13, 10, 239, 187, 191]);
  takeFiles({ 'spec/openapi.yaml': bytes.toString('base64') });
  expect(execFileSync('cat', [join(root, 'spec/openapi.yaml')])).toEqual(bytes);
});

describe('refused is a path outside of what a bump changes:', () => {
  test.each([
    'README.md',
    'package.json',
    'pnpm-lock.yaml',
    '.github/workflows/release.yml',
    '.git/hooks/pre-commit',
    '.git/config',
    'spec/.git/config',
    'spec/pages/.git/x.md',
    'spec/.gitattributes',
    'spec/.npmrc',
    'spec/package.json',
    'spec/vitest.config.ts',
    'spec/test/spec.test.ts',
    'spec/pages/../../package.json',
    'spec/pages/..md/x.md',
    'spec/pages/.hidden.md',
    'spec/pages/sub/page.md',
    'spec/overlays/10-ours.yaml/x.yaml',
    '../outside.md',
    '/etc/passwd',
    'C:\\Windows\\x.md',
    'spec\\pages\\page.md',
    'spec//openapi.yaml',
    './spec/openapi.yaml',
    'SPEC/openapi.yaml',
    'spec/OpenAPI.yaml',
    'spec/openapi.yaml ',
    'spec/openapi.yaml\n',
    'spec/pages/a\0b.md',
    'spec/pages/é.md',
    'spec/pages/a b.md',
    `spec/pages/${'x'.repeat(300)}.md`,
    'packages/types/src/index.ts',
    'packages/types/src/generated',
    'packages/types/src/generated/package.json',
    'packages/types/src/generated/../index.ts',
    'packages/types/dist/src/generated/x.ts',
    'packages/types/src/generated/.x.ts',
    'packages/../src/generated/x.ts',
    'scripts/src/generated/x.ts',
    '.changeset/config.json',
    '.changeset/anything.md',
    '.changeset/openapi-x/y.md',
    '__proto__',
    '',
  ])('%j', (path) => {
    for (const value of [`"${content}"`, 'null']) {
      const files = `{"spec/source.json":"${content}",${JSON.stringify(path)}:${value}}`;
      const line = refusal(() =>
        take(JSON.stringify({ ...proposal, files: 0 }).replace('"files":0', `"files":${files}`)),
      );
      expect(line).toBe(
        `patch.json: ${JSON.stringify(path.slice(0, 200))}: not a file that a bump changes`.replaceAll(
          /\s+/g,
          ' ',
        ),
      );
    }
  });

  test('whatever the path', () => {
    const parts = [
      'spec',
      'packages',
      'src',
      'generated',
      '.changeset',
      '..',
      '.',
      '',
      '.git',
      'x.ts',
      'x.md',
      'SPEC',
    ];
    const path = fc.array(fc.oneof(fc.constantFrom(...parts), fc.string()), { maxLength: 6 });
    fc.assert(
      fc.property(path, (segments) => {
        const joined = segments.join('/');
        fc.pre(
          !/^(spec|packages\/[\w-]+\/src\/generated|\.changeset)\/[\w./-]+$/.test(joined) ||
            /\.\./.test(joined),
        );
        expect(refusal(() => takeFiles({ [joined]: content }))).toContain('not a file that a bump changes');
      }),
    );
  });
});

describe('refused is a place that is not what it should be:', () => {
  test.each([
    [
      'a link as the file',
      () => symlinkSync('/etc/passwd', join(root, 'spec/openapi.json')),
      'spec/openapi.json',
    ],
    ['a link as the folder', () => replaceByLink('spec/pages'), 'spec/pages/x.md'],
    ['a link further up', () => replaceByLink('packages/types/src'), 'packages/types/src/generated/x.ts'],
    ['a link to nowhere', () => symlinkSync('/nowhere', join(root, 'spec/pages/x.md')), 'spec/pages/x.md'],
    ['a folder as the file', () => mkdirSync(join(root, 'spec/openapi.json')), 'spec/openapi.json'],
    [
      'a pipe as the file',
      () => execFileSync('mkfifo', [join(root, 'spec/openapi.json')]),
      'spec/openapi.json',
    ],
    [
      'a file as the folder',
      () => write(root, 'packages/types/src/generated/a', ''),
      'packages/types/src/generated/a/x.ts',
    ],
    ['another case of a file', () => {}, 'spec/pages/OLD.md'],
    ['another case of a folder', () => {}, 'packages/Types/src/generated/x.ts'],
    ['a package that is not there', () => {}, 'packages/new/src/generated/x.ts'],
    ['a package without generated files', () => {}, 'packages/mock/src/generated/x.ts'],
  ])('%s', (_, arrange, path) => {
    arrange();
    before = stateOf(root);
    expect(refusal(() => takeFiles({ 'spec/source.json': content, [path]: content }))).toMatch(
      /; nothing was changed$/,
    );
  });

  test('a file to remove that is not there', () => {
    const line = refusal(() => takeFiles({ 'spec/source.json': content, 'spec/pages/gone.md': null }));
    expect(line).toBe('spec/pages/gone.md: to be removed, but not there; nothing was changed');
  });

  test.each([
    ['spec/pages/a.md', 'spec/pages/A.md'],
    ['packages/types/src/generated/a/x.ts', 'packages/types/src/generated/A/y.ts'],
  ])('two that differ only in case: %s and %s', (one, other) => {
    expect(refusal(() => takeFiles({ [one]: content, [other]: content }))).toContain('differs only in case');
  });

  function replaceByLink(path: string): void {
    const elsewhere = mkdtempSync(join(directory, 'elsewhere-'));
    mkdirSync(join(elsewhere, 'generated'));
    rmSync(join(root, path), { recursive: true });
    symlinkSync(elsewhere, join(root, path));
  }
});

describe('refused is what is no patch:', () => {
  const valid: Patch = { ...proposal, severity: 'feature', files: { 'spec/source.json': content } };

  test.each<[string, unknown]>([
    ['nothing', ''],
    ['broken JSON', JSON.stringify(valid).slice(1)],
    ['nested without end', '['.repeat(5_000_000)],
    ['null', null],
    ['a list', []],
    ['no files', { ...valid, files: undefined }],
    ['files as a list', { ...valid, files: [content] }],
    ['a severity that there is not', { ...valid, severity: 'Fixes #1' }],
    ['a version that is no text', { ...valid, to: 1 }],
    ['a report that is no text', { ...valid, report: ['x'] }],
  ])('%s', (_, patch) => {
    expect(refusal(() => take(patch))).toBe('patch.json: not a patch');
  });

  test.each([[1], [{ link: '/etc/passwd' }], ['not base64!'], ['bmV3Cg']])('the content %j', (value) => {
    expect(refusal(() => takeFiles({ 'spec/source.json': value }))).toContain('its content is not base64');
  });

  test('too many files', () => {
    const many = Array.from({ length: 2_001 }, (_, index) => [`spec/pages/${index}.md`, content]);
    expect(refusal(() => takeFiles(Object.fromEntries(many)))).toBe('patch.json: more than 2000 files');
  });

  test('a file that is too large', () => {
    const file = join(directory, 'large.json');
    writeFileSync(file, '');
    truncateSync(file, 64 * 1024 * 1024 + 1);
    expect(refusal(() => takeFile(file))).toBe('large.json: larger than 67108864 bytes');
  });

  test.each([
    ['a link', (file: string) => symlinkSync('patch.json', file)],
    ['a folder', (file: string) => mkdirSync(file)],
    ['a pipe', (file: string) => execFileSync('mkfifo', [file])],
    ['not there', () => {}],
  ])('a file that is %s', (name, make) => {
    take(valid);
    before = stateOf(root);
    const file = join(directory, `${name}.json`);
    make(file);
    expect(refusal(() => takeFile(file))).toBe(`${name}.json: not a regular file`);
  });
});
