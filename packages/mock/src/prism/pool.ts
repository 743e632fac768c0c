// One Prism for all mocks of a document: it never forgets a schema that it compiled (megabytes for a large document), and has no state.
import type { LoadedDocument } from '../document.ts';
import { Prism } from './index.ts';
import { readOperations } from './operations.ts';

/** Documents kept, those used last. */
const KEPT = 4;
const kept = new Map<string, Promise<Prism>>();

/** @throws {MockError} when Prism can't read the document, which is called `name` there. */
export function sharedPrism({ document, sha256 }: LoadedDocument, name: string): Promise<Prism> {
  const prism =
    kept.get(sha256) ?? readOperations(document, name).then((operations) => new Prism(operations));
  kept.delete(sha256);
  kept.set(sha256, prism);
  prism.catch(() => kept.delete(sha256));
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return prism;
}
