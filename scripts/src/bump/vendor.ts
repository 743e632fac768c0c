// What an acquisition puts under spec/: the document, the pages it came from, and source.json that tells of both.

import { sha256 } from '@agentsource/openapi/hash';
import type { Sources, VendoredFile } from '@agentsource/openapi/sources';
import type { Acquisition } from '../acquire/acquire.ts';

/** The new source.json. A file that stayed the same keeps what is recorded of it. */
export function sourcesOf(acquired: Acquisition, old: Sources, today: string): Sources {
  const record = (file: string, from: string, bytes: Uint8Array): VendoredFile => {
    const hash = sha256(bytes);
    const known = old.vendored.find((entry) => entry.file === file && entry.sha256 === hash);
    return known ?? { file, from, sha256: hash, date: today };
  };
  const { document, file, bytes, from, pages } = acquired;
  return {
    document: { file, version: document.info.version, sha256: sha256(bytes) },
    vendored:
      pages.length > 0
        ? pages.map((page) => record(page.file, page.from, page.bytes))
        : [record(file, from, bytes)],
  };
}

/** The files to write under spec/, and those that only the old version had. */
export function vendoredFiles(
  acquired: Acquisition,
  old: Sources,
  sources: Sources,
): { write: Map<string, Uint8Array | string>; remove: string[] } {
  const write = new Map<string, Uint8Array | string>([
    [acquired.file, acquired.bytes],
    ...acquired.pages.map(({ file, bytes }) => [file, bytes] as const),
    ['source.json', `${JSON.stringify(sources, null, 2)}\n`],
  ]);
  const before = [old.document.file, ...old.vendored.map(({ file }) => file)];
  return { write, remove: before.filter((file) => !write.has(file)) };
}
