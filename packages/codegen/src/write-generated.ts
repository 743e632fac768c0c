// Writes generated files. Apart from what generates them, which the process that writes has no need to load.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A generated file: path relative to the package, and its text. */
export type GeneratedFile = [path: string, text: string];

/** Writes only what differs, so that unchanged files keep their times. */
export function writeGenerated(packageDirectory: string, files: readonly GeneratedFile[]): void {
  for (const [path, text] of files) {
    const target = join(packageDirectory, path);
    mkdirSync(dirname(target), { recursive: true });
    if (readIfThere(target) !== text) writeFileSync(target, text);
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
