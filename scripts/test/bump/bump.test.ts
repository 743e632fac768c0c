// A bump as a whole: what lands, what is refused, and that a refusal changes nothing.

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderNote } from '@agentsource/diff/report/note';
import { PipelineError } from '@agentsource/openapi/errors';
import { sha256 } from '@agentsource/openapi/hash';
import { refusalOf } from '@agentsource/openapi/testing';
import { mutationsOf } from '@agentsource/openapi/testing/mutations';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BumpOptions } from '../../src/bump/bump.ts';
import { gitIn } from '../../src/git.ts';
import { bumpTree } from './bump-tree.ts';
import { createTree, fixturePage, generateOnly, nextPage, PAGE, snapshot, write } from './tree.ts';

vi.setConfig({ testTimeout: 60_000 });

let sources: string;
beforeAll(() => {
  sources = mkdtempSync(join(tmpdir(), 'bump-sources-'));
});
afterAll(() => rmSync(sources, { recursive: true, force: true }));

let root: string;
let before: Record<string, string>;
beforeEach(async () => {
  root = await createTree();
  before = snapshot(root);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function source(text: string, name = 'add_prospects_enrollments.md'): string {
  writeFileSync(join(sources, name), text);
  return join(sources, name);
}

function run(path: string | string[], options: Partial<BumpOptions> = {}) {
  return bumpTree(root, [path].flat(), options);
}

async function expectUntouched(): Promise<void> {
  expect(snapshot(root)).toEqual(before);
  expect(existsSync(join(root, '.bump'))).toBe(false);
}

describe('a newer version lands', () => {
  test('with its vendored bytes, its types and a changeset that tells users', async () => {
    const page = nextPage(fixturePage());
    const { comparison, report } = await run(source(page));
    expect(comparison.verdict.severity).toBe('feature');
    const after = snapshot(root);
    expect(after[`spec/${PAGE}`]).toBe(page);
    expect(page).toContain(`\n${after['spec/openapi.yaml']}\`\`\`\``);
    expect(JSON.parse(after['spec/source.json'] ?? '')).toEqual({
      document: {
        file: 'openapi.yaml',
        version: '0.2.350',
        sha256: sha256(after['spec/openapi.yaml'] ?? ''),
      },
      vendored: [
        { file: PAGE, from: 'add_prospects_enrollments.md', sha256: sha256(page), date: '2027-01-02' },
      ],
    });
    expect(after['packages/types/src/generated/openapi.ts']).toContain('created_at?: string');
    expect(after[comparison.changeset ?? '']).toBe(
      `---\n"@agentsource/types": patch\n"@agentsource/client": patch\n"@agentsource/mock": patch\n"@agentsource/cli": patch\n---\n\n${renderNote(comparison)}`,
    );
    expect(report).toContain('### New');
    const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
    expect(changed.filter((path) => !path.startsWith('packages/types/src/generated/')).sort()).toEqual([
      comparison.changeset,
      'spec/openapi.yaml',
      `spec/${PAGE}`,
      'spec/source.json',
    ]);
    expect(existsSync(join(root, '.bump'))).toBe(false);
  });

  test('and its reverse is breaking', async () => {
    await run(source(nextPage(fixturePage())));
    const { comparison } = await run(source(fixturePage()), { allowDowngrade: true });
    expect(comparison.verdict.severity).toBe('breaking');
    expect(Object.values(comparison.releases)).toEqual(['minor', 'minor', 'minor', 'minor']);
  });

  test('as the JSON it was published as, and what the page had left goes', async () => {
    const document = { openapi: '3.1.0', info: { title: 'T', version: '1.0.0' } };
    const json = JSON.stringify({
      ...document,
      servers: [{ url: 'https://api.example' }],
      paths: { '/a': { get: { operationId: 'a', responses: { '200': { description: 'ok' } } } } },
      components: { securitySchemes: { APIKeyHeader: { type: 'apiKey', in: 'header', name: 'api_key' } } },
    });
    await run(source(json, 'whole.json'));
    const after = snapshot(root);
    expect(after['spec/openapi.json']).toBe(json);
    expect(Object.keys(after)).not.toContain('spec/openapi.yaml');
    expect(Object.keys(after)).not.toContain(`spec/${PAGE}`);
  });

  test('as the merge of several pages, to which one more can be added', async () => {
    const other = fixturePage()
      .replaceAll('events/enrollments', 'other')
      .replaceAll('add_prospects_enrollments', 'other');
    const pages = [source(fixturePage()), source(other, 'other.md')];
    const { comparison } = await run(pages);
    expect(comparison.verdict.severity).toBe('feature');
    expect(JSON.parse(snapshot(root)['spec/source.json'] ?? '').vendored).toMatchObject([
      // Known bytes keep what is recorded of them.
      { file: PAGE, date: '2026-11-24' },
      { file: 'pages/other.md', date: '2027-01-02' },
    ]);
    expect((await run(pages.toReversed())).report).toBeUndefined();
    expect((await run(join(root, 'spec/pages'))).report).toBeUndefined();
  });

  test('the same source again changes nothing', async () => {
    const path = source(nextPage(fixturePage()));
    await run(path);
    before = snapshot(root);
    const { comparison, report } = await run(path, { today: '2027-03-04' });
    expect(report).toBeUndefined();
    expect(comparison).toMatchObject({ from: comparison.to, changeset: null, releases: {} });
    await expectUntouched();
  });

  test('a page whose prose alone changed lands without a changeset', async () => {
    const { comparison } = await run(
      source(fixturePage().replace('# Add prospects', '# Add many prospects')),
    );
    expect(comparison).toMatchObject({ verdict: { severity: 'none' }, changeset: null });
    expect(snapshot(root)[`spec/${PAGE}`]).toContain('# Add many prospects');
  });
});

test('what building it leaves behind does not land', async () => {
  const verify = (stage: string) => {
    for (const path of ['tsconfig.tsbuildinfo', 'dist/index.js', 'reports/vitest.json']) {
      write(stage, `packages/types/${path}`, 'built');
    }
    return generateOnly(stage, () => {});
  };
  write(root, 'packages/types/tsconfig.tsbuildinfo', 'of an earlier build');
  const { landed } = await run(source(nextPage(fixturePage())), { verify });
  expect(landed.filter((path) => /tsbuildinfo|dist|reports/.test(path))).toEqual([]);
});

describe('the overlays', () => {
  const overlay = `# Ours.
overlay: 1.1.0
info: { title: Ours, version: 1.0.0 }
actions:
  # Kept.
  - target: $.components.schemas.ProspectsEnrollmentsAddRequest.properties.request_context
    description: kept
    update: { additionalProperties: true }
  - target: $.components.schemas.ProspectsEnrollmentsAddResponse
    description: the document will say it
    update: { properties: { created_at: { type: string } } }
`;

  test('lose the action that the new version has absorbed, and the report names it', async () => {
    write(root, 'spec/overlays/20.yaml', overlay);
    const { removed, report } = await run(source(nextPage(fixturePage())));
    expect(removed).toEqual([
      {
        overlay: '20.yaml',
        target: '$.components.schemas.ProspectsEnrollmentsAddResponse',
        reason: 'changes nothing',
        description: 'the document will say it',
      },
    ]);
    expect(report).toContain(
      '`20.yaml`, `$.components.schemas.ProspectsEnrollmentsAddResponse`: the document says this itself now',
    );
    expect(snapshot(root)['spec/overlays/20.yaml']).toBe(
      overlay.slice(0, overlay.indexOf('  - target: $.components.schemas.ProspectsEnrollmentsAddResponse')),
    );
  });

  test('that no longer fit the new version refuse it, and nothing changes', async () => {
    const example = { correlation_id: 'c', request_status: 'success', time_took_in_seconds: 1 };
    const action = {
      target: '$.components.schemas.ResponseContext',
      description: 'a curated example',
      update: { examples: [example] },
    };
    write(root, 'spec/overlays/20.yaml', JSON.stringify({ overlay: '1.1.0', actions: [action] }));
    before = snapshot(root);
    const page = nextPage(fixturePage()).replace('        - time_took_in_seconds\n', '$&        - region\n');
    await expect(run(source(page))).rejects.toThrow(
      "the example violates its schema at its top: must have required property 'region'",
    );
    await expectUntouched();
  });
});

describe('nothing changes when', () => {
  test('the version is older', async () => {
    await expect(run(source(nextPage(fixturePage(), '0.2.99')))).rejects.toThrow(
      '0.2.99 is older than the vendored 0.2.349; give --allow-downgrade if that is meant',
    );
    await expectUntouched();
  });

  test('it is a dry run', async () => {
    const { comparison, report } = await run(source(nextPage(fixturePage())), { dryRun: true });
    expect(comparison.changeset).toBeNull();
    expect(report).toContain('0.2.349 → 0.2.350');
    await expectUntouched();
  });

  test('the new version does not pass', async () => {
    const verify = () => ({
      done: Promise.reject(new PipelineError('contract failed')),
      stop: async () => {},
    });
    await expect(run(source(nextPage(fixturePage())), { verify })).rejects.toThrow('contract failed');
    await expectUntouched();
  });

  test('the vendored bytes were edited', async () => {
    write(root, 'spec/openapi.yaml', `${before['spec/openapi.yaml']}# edited\n`);
    before = snapshot(root);
    await expect(run(source(nextPage(fixturePage())))).rejects.toThrow(
      'is not what spec/source.json says was vendored',
    );
    await expectUntouched();
  });

  test('a file that would be replaced was edited meanwhile', async () => {
    const verify = (stage: string) => {
      write(root, 'packages/types/src/generated/openapi.ts', 'edited');
      return generateOnly(stage, () => {});
    };
    await expect(run(source(nextPage(fixturePage())), { verify })).rejects.toThrow(
      'packages/types/src/generated/openapi.ts was edited while the bump was running',
    );
    expect(snapshot(root)).toEqual({ ...before, 'packages/types/src/generated/openapi.ts': 'edited' });
  });

  test('the tree has changes that are not committed, unless that is allowed or nothing lands', async () => {
    const git = gitIn(root);
    git('init', '--quiet');
    write(root, '.git/info/exclude', 'dist/\n.bump/\n');
    git('add', '--all');
    git('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '--quiet', '--message', 'first');
    write(root, 'notes.txt', 'mine');
    const path = source(nextPage(fixturePage()));
    await expect(run(path)).rejects.toThrow(
      'not committed: notes.txt; commit or stash it, or give --allow-dirty',
    );
    expect((await run(path, { dryRun: true })).landed).toContain('spec/openapi.yaml');
    expect(git('status', '--porcelain')).toBe('?? notes.txt');
    expect((await run(path, { allowDirty: true })).landed).toContain('spec/openapi.yaml');
  });

  test('another bump is running', async () => {
    const verify = (stage: string) => ({
      done: expect(run(source(nextPage(fixturePage()))))
        .rejects.toThrow('another spec:bump is running')
        .then(() => generateOnly(stage, () => {}).done),
      stop: async () => {},
    });
    await run(source(nextPage(fixturePage())), { verify });
    expect(snapshot(root)[`spec/${PAGE}`]).toContain('0.2.350');
  });

  test('the source is damaged, in whatever way', async () => {
    for (const { name, bytes } of mutationsOf(fixturePage(), 20)) {
      const path = join(sources, 'damaged.md');
      writeFileSync(path, bytes);
      const outcome = await refusalOf(run(path, { dryRun: true })).catch((error: Error) => error.message);
      expect(outcome, name).toMatch(/^was not refused$|^.*damaged\.md: .+$/);
      await expectUntouched();
    }
  });
});
