// Writes the site into a directory, whole or not at all.
import { copyFileSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SiteFile } from './site.ts';

const ASSETS = join(import.meta.dirname, '..', 'assets');

/** The one style sheet: that of styles/ in the order of their names. */
export function styleSheet(): string {
  const files = globSync('styles/*.css', { cwd: ASSETS }).sort();
  return files.map((file) => readFileSync(join(ASSETS, file), 'utf8')).join('\n');
}

export function writeSite(directory: string, files: readonly SiteFile[]): void {
  const beside = `${directory}.${process.pid}.tmp`;
  mkdirSync(beside, { recursive: true });
  copyFileSync(join(ASSETS, 'site.js'), join(beside, 'site.js'));
  for (const [path, text] of [...files, ['site.css', styleSheet()] as const]) {
    const target = join(beside, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  rmSync(directory, { recursive: true, force: true });
  renameSync(beside, directory);
}
