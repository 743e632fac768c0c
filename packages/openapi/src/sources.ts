// spec/source.json: where each vendored file came from, and the hashes that say it is still those bytes.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PipelineError } from './errors.ts';
import { sha256 } from './hash.ts';
import { extractDocument } from './read.ts';

export interface VendoredFile {
  /** Relative to spec/. */
  file: string;
  /** The URL or file name it was acquired from. */
  from: string;
  sha256: string;
  /** The day it was acquired, YYYY-MM-DD. */
  date: string;
}

export interface Sources {
  document: { file: string; version: string; sha256: string };
  /** The pages the document came from, or the document's own origin when it was published whole. */
  vendored: VendoredFile[];
}

export function readSources(specDirectory: string): Sources {
  const path = join(specDirectory, 'source.json');
  if (!existsSync(path))
    throw new PipelineError('spec/source.json is missing; it is committed, so git can restore it');
  return JSON.parse(readFileSync(path, 'utf8')) as Sources;
}

/** Refuses vendored bytes that are not the ones source.json was written for. */
export function verifySources(specDirectory: string, sources: Sources): void {
  for (const { file, sha256: expected } of [sources.document, ...sources.vendored]) {
    const path = join(specDirectory, file);
    if (!existsSync(path)) throw new PipelineError(`spec/${file} is missing, but spec/source.json lists it`);
    if (sha256(readFileSync(path)) === expected) continue;
    throw new PipelineError(
      `spec/${file} is not what spec/source.json says was vendored (its sha256 differs). ` +
        'Undo the edit; corrections belong into spec/overlays/, new versions come by pnpm spec:bump.',
    );
  }
  verifyFence(specDirectory, sources);
}

/** From a single page, the document is exactly what stands in its fence. */
function verifyFence(specDirectory: string, sources: Sources): void {
  const [page, ...more] = sources.vendored;
  if (!page || more.length > 0 || page.file === sources.document.file) return;
  const { text } = extractDocument(readFileSync(join(specDirectory, page.file), 'utf8'), `spec/${page.file}`);
  if (text === readFileSync(join(specDirectory, sources.document.file), 'utf8')) return;
  throw new PipelineError(
    `spec/${sources.document.file} is not the document in the fence of spec/${page.file}`,
  );
}
