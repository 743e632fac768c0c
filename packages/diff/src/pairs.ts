// What of one document is what of the other: asked once, so that both comparators speak of the same.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { type ComponentPair, pairComponents } from './components.ts';
import { type OperationPair, pairOperations } from './operations.ts';

export interface Pairs {
  operations: readonly OperationPair[];
  components: readonly ComponentPair[];
}

export function pairsOf(before: OpenApiDocument, after: OpenApiDocument): Pairs {
  return { operations: pairOperations(before, after), components: pairComponents(before, after) };
}
