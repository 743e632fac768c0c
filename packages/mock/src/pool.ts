// One Prism for all mocks of a document: it never forgets a schema that it compiled (megabytes for a large document), and has no state.

import { readOperations } from './declared/operations.ts';
import { type LoadedDocument, normalised } from './document.ts';
import { Prism } from './responder.ts';

/** Documents kept, those used last. */
const KEPT = 4;
const kept = new Map<string, Promise<Prism>>();

/** @throws {MockError} when the document is refused. */
export function sharedPrism(loaded: LoadedDocument): Promise<Prism> {
  const { sha256 } = loaded;
  const prism = kept.get(sha256) ?? createPrism(loaded);
  kept.delete(sha256);
  kept.set(sha256, prism);
  prism.catch(() => kept.delete(sha256));
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return prism;
}

async function createPrism(loaded: LoadedDocument): Promise<Prism> {
  return new Prism(await readOperations(normalised(loaded), loaded.name));
}
