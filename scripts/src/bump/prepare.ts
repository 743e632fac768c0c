// Makes the built document out of an acquired one, and tells a source that is no valid document from overlays that no longer fit it.
import { type BuiltDocument, buildDocument } from '@agentsource/openapi/build';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { UnreadableError } from '@agentsource/openapi/errors';
import { normalise } from '@agentsource/openapi/normalise';
import type { Overlay } from '@agentsource/openapi/overlay';
import { problemsOf } from '@agentsource/openapi/validate';

/**
 * @throws {UnreadableError} when the source itself is no valid document.
 * @throws {PipelineError} when it is one but no longer fits what our overlays say about it.
 */
export async function prepare(
  vendored: OpenApiDocument,
  overlays: readonly Overlay[],
  name: string,
): Promise<BuiltDocument> {
  try {
    return await buildDocument(vendored, overlays, name);
  } catch (error) {
    await refuseInvalidSource(vendored, name);
    throw error;
  }
}

async function refuseInvalidSource(vendored: OpenApiDocument, name: string): Promise<void> {
  const [first, ...more] = await problemsOf(normalise(vendored, name).document);
  if (first === undefined) return;
  const others = more.length > 0 ? `, and ${more.length} more such problem(s)` : '';
  throw new UnreadableError(
    `${name}: not a valid OpenAPI document: ${first.pointer || '/'}: ${first.message}${others}`,
  );
}
