// One responder for all mocks of a document: it has no state but the schemas that it compiled (megabytes for a large document).
import { type LoadedDocument, normalised } from './document.ts';
import { Responder } from './responder.ts';

/** Documents kept, those used last. */
const KEPT = 4;
const kept = new Map<string, Responder>();

/** @throws {MockError} when the document is refused. */
export function sharedResponder(loaded: LoadedDocument): Responder {
  const { sha256 } = loaded;
  const responder = kept.get(sha256) ?? new Responder(normalised(loaded), loaded.name);
  kept.delete(sha256);
  kept.set(sha256, responder);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return responder;
}
