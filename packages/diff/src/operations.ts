// Which operation of the old document is which of the new one.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { type OperationPlace, operationsOf } from '@agentsource/openapi/walk';

export interface OperationPair {
  /** `POST /v1/things`, as the newer of the two spells it. */
  name: string;
  before?: OperationPlace;
  after?: OperationPlace;
}

/** An operation that both documents have. */
export type SharedOperation = Required<OperationPair>;

/** Every operation of either document, in the new document's order; pairs agree in method and in path template. */
export function pairOperations(before: OpenApiDocument, after: OpenApiDocument): OperationPair[] {
  const old = new Map(operationsOf(before).map((place) => [keyOf(place), place]));
  const pairs: OperationPair[] = [];
  for (const place of operationsOf(after)) {
    const counterpart = old.get(keyOf(place));
    old.delete(keyOf(place));
    pairs.push({ name: nameOf(place), after: place, ...(counterpart ? { before: counterpart } : {}) });
  }
  for (const place of old.values()) pairs.push({ name: nameOf(place), before: place });
  return pairs;
}

export function nameOf({ method, path }: OperationPlace): string {
  return `${method.toUpperCase()} ${path}`;
}

/** A parameter's name in the template does not matter to the URL. */
function keyOf({ method, path }: OperationPlace): string {
  return `${method} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`;
}
