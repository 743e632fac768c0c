// The JSON that a request body or a response of the document holds.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, type Json } from '@agentsource/openapi/json';
import { isJsonMediaType } from '@agentsource/openapi/media-type';
import { resolve } from '@agentsource/openapi/references';

export interface JsonContent {
  mediaType: string;
  schema: Json | undefined;
}

/** The first JSON media type of a body or response, references followed. */
export function jsonContent(document: OpenApiDocument, holder: Json | undefined): JsonContent | undefined {
  for (const [mediaType, media] of entriesOf(resolve(document, holder)?.value.content)) {
    if (isJsonMediaType(mediaType) && isObject(media)) return { mediaType, schema: media.schema };
  }
  return undefined;
}
