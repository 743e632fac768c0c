// A small repository to bump in: the fixture's spec, three released packages, and real generation instead of turbo.

import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { generateTypesPackage } from '@agentsource/codegen/generate';
import { writeGenerated } from '@agentsource/codegen/write-generated';
import { RELEASED_PACKAGES } from '@agentsource/diff/releases';
import { buildSpec, FIXTURE_SPEC } from '@agentsource/openapi/testing';
import type { Verify } from '../../src/bump/verify.ts';

export const PAGE = 'pages/add_prospects_enrollments.md';

export async function createTree(files: Record<string, string> = {}): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'bump-'));
  cpSync(FIXTURE_SPEC, join(root, 'spec'), { recursive: true });
  for (const name of RELEASED_PACKAGES) {
    write(root, `packages/${name.split('/')[1]}/package.json`, JSON.stringify({ name, version: '0.3.0' }));
  }
  write(root, '.changeset/config.json', '{}');
  write(root, 'packages/types/src/index.ts', "export * from './generated/components.ts';\n");
  for (const [path, text] of Object.entries(files)) write(root, path, text);
  await generate(root);
  return root;
}

export function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Every committed file's content, by path. */
export function snapshot(root: string, within = ''): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(join(root, within), { withFileTypes: true })) {
    const path = join(within, entry.name);
    if (['dist', '.bump'].includes(entry.name)) continue;
    if (entry.isDirectory()) Object.assign(files, snapshot(root, path));
    else files[path] = readFileSync(join(root, path), 'utf8');
  }
  return files;
}

/** The next version of the fixture's page: one more property in the response. */
export function nextPage(page: string, version = '0.2.350'): string {
  return page
    .replace('version: 0.2.349', `version: ${version}`)
    .replace(
      '        enrollment_id:\n          type: string\n          title: Enrollment Id\n',
      '        enrollment_id:\n          type: string\n          title: Enrollment Id\n        created_at:\n          type: string\n',
    );
}

export function fixturePage(): string {
  return readFileSync(join(FIXTURE_SPEC, PAGE), 'utf8');
}

/** Stands in for turbo, which these trees have no use for: the document is built and the types are generated, for real. */
export const generateOnly: Verify = (stage) => ({
  done: generate(stage).then(() => ({ contract: '', uncompiled: [] })),
  stop: async () => {},
});

async function generate(root: string): Promise<void> {
  const { document, sha256 } = await buildSpec(join(root, 'spec'));
  writeGenerated(join(root, 'packages/types'), generateTypesPackage(document, sha256));
}
