// Writes spec/dist. Apart from what builds it, which the process that writes has no need to load.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltDocument } from './build.ts';

/** Writes `<specDirectory>/dist`, whole or not at all. */
export function writeDist(specDirectory: string, { yaml, json }: BuiltDocument): void {
  const dist = join(specDirectory, 'dist');
  const beside = join(specDirectory, `dist.${process.pid}.tmp`);
  mkdirSync(beside, { recursive: true });
  writeFileSync(join(beside, 'openapi.yaml'), yaml);
  writeFileSync(join(beside, 'openapi.json'), json);
  rmSync(dist, { recursive: true, force: true });
  renameSync(beside, dist);
}
