// A tree to apply patches to: the folders of this repository, as small as they go.
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const FILES: Record<string, string> = {
  'spec/openapi.yaml': 'old\n',
  'spec/source.json': '{}\n',
  'spec/pages/old.md': 'old\n',
  'spec/overlays/10-ours.yaml': 'old\n',
  'spec/test/spec.test.ts': 'old\n',
  'packages/types/src/generated/openapi.ts': 'old\n',
  'packages/types/src/index.ts': 'old\n',
  'packages/mock/src/index.ts': 'old\n',
  '.changeset/config.json': '{}\n',
};

export function createTree(): string {
  const root = mkdtempSync(join(tmpdir(), 'patch-'));
  for (const [path, text] of Object.entries(FILES)) write(root, path, text);
  return root;
}

export function write(root: string, path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

/** What stands at every path outside of .git: kind, mode and content. */
export function stateOf(root: string, within = '.'): Record<string, string> {
  const names = readdirSync(join(root, within)).filter((name) => name !== '.git');
  return Object.assign(
    {},
    ...names.map((name) => {
      const path = join(within, name);
      const stat = lstatSync(join(root, path));
      if (stat.isDirectory()) return stateOf(root, path);
      return {
        [path]: `${stat.mode.toString(8)} ${stat.isFile() ? readFileSync(join(root, path), 'utf8') : ''}`,
      };
    }),
  );
}
