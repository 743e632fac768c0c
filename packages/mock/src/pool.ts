// One responder for all mocks of a document: it has no state but the schemas that it compiled (megabytes for a large document).
import { type LoadedDocument, normalised } from './document.ts';
import type { Texts } from './options.ts';
import { Responder } from './responder.ts';

/** Documents kept, those used last. */
const KEPT = 4;
const kept = new Map<string, Responder>();

/** @throws {MockError} when the document is refused. */
export function sharedResponder(loaded: LoadedDocument, texts: Texts): Responder {
  const key = `${loaded.sha256} ${texts}`;
  const responder = kept.get(key) ?? new Responder(normalised(loaded), loaded.name, texts);
  kept.delete(key);
  kept.set(key, responder);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return responder;
}
