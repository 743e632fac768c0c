// Normalisation: the document in one spelling, without examples that its own schemas refuse.
import type { Hit, OpenApiDocument } from '../document.ts';
import { dropInvalidExamples } from './examples.ts';
import { reportTo, respell } from './respell.ts';

/**
 * What `respell` makes of a document, less what nobody should copy.
 *
 * @param name what to call the document in a message.
 * @throws {UnreadableError} where the gate refuses it.
 */
export function normalise(
  vendored: OpenApiDocument,
  name?: string,
): { document: OpenApiDocument; hits: Hit[] } {
  const { document, hits } = respell(vendored, name);
  dropInvalidExamples(document, reportTo(hits));
  return { document, hits };
}
