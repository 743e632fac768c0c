// Writes the site into a directory, whole or not at all.
import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SiteFile } from './site.ts';

const ASSETS = join(import.meta.dirname, '..', 'assets');

export function writeSite(directory: string, files: readonly SiteFile[]): void {
  const beside = `${directory}.${process.pid}.tmp`;
  cpSync(ASSETS, beside, { recursive: true });
  for (const [path, text] of files) {
    const target = join(beside, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  rmSync(directory, { recursive: true, force: true });
  renameSync(beside, directory);
}
