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

/**
 * Every operation of either document, in the new document's order; pairs agree in method and path, or else in the path's shape: a
 * parameter's name in the template does not matter to the URL.
 */
export function pairOperations(before: OpenApiDocument, after: OpenApiDocument): OperationPair[] {
  const [old, now] = [operationsOf(before), operationsOf(after)];
  const pairs = new Map<OperationPlace, OperationPlace>();
  for (const keyOf of [nameOf, shapeOf]) {
    const taken = new Set(pairs.values());
    const unpaired = old.filter((place) => !taken.has(place));
    const byKey = Map.groupBy(unpaired, keyOf);
    for (const place of now) {
      const counterpart = pairs.has(place) ? undefined : byKey.get(keyOf(place))?.shift();
      if (counterpart) pairs.set(place, counterpart);
    }
  }
  const paired = new Set(pairs.values());
  return [
    ...now.map((after): OperationPair => {
      const counterpart = pairs.get(after);
      return { name: nameOf(after), after, ...(counterpart ? { before: counterpart } : {}) };
    }),
    ...old.filter((place) => !paired.has(place)).map((before) => ({ name: nameOf(before), before })),
  ];
}

export function nameOf({ method, path }: OperationPlace): string {
  return `${method.toUpperCase()} ${path}`;
}

function shapeOf(place: OperationPlace): string {
  return nameOf(place).replaceAll(/\{[^}]*\}/g, '{}');
}

/** What became of an operation's id. */
export function operationIdKind(old: unknown, now: unknown) {
  if (old === undefined) return 'operation-id-added';
  return now === undefined ? 'operation-id-removed' : 'operation-id-renamed';
}
