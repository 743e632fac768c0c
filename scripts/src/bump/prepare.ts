// Makes the built document out of an acquired one, leaving out the overlay actions that the new version made stale.
import { type BuiltDocument, refuseProblems, serialise } from '../document/build.ts';
import { normalise } from '../document/normalise/index.ts';
import { type OpenApiDocument, UnreadableError } from '../document/openapi.ts';
import { applyOverlays, type Overlay, type StaleAction } from '../document/overlay.ts';
import { problemsOf } from '../document/validate.ts';

export interface PreparedDocument extends BuiltDocument {
  /** What the new version has absorbed, or left without a target. They did nothing, so the document is the same without them. */
  stale: StaleAction[];
}

/**
 * Throws an UnreadableError when the source itself is no valid document, and a PipelineError when it is one but no longer
 * fits what our overlays say about it.
 */
export async function prepare(
  vendored: OpenApiDocument,
  overlays: readonly Overlay[],
  name: string,
): Promise<PreparedDocument> {
  const { document: normalised, hits } = normalise(vendored);
  try {
    const { document, stale } = applyOverlays(normalised, overlays);
    await refuseProblems(document, name);
    return { document, hits, stale, ...serialise(document) };
  } catch (error) {
    await refuseInvalidSource(normalised, name);
    throw error;
  }
}

async function refuseInvalidSource(normalised: OpenApiDocument, name: string): Promise<void> {
  const [first, ...more] = await problemsOf(normalised);
  if (first === undefined) return;
  const others = more.length > 0 ? `, and ${more.length} more such problem(s)` : '';
  throw new UnreadableError(
    `${name}: not a valid OpenAPI document: ${first.pointer || '/'}: ${first.message}${others}`,
  );
}
