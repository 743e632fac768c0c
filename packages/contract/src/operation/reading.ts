// Reading an operation: the document, and where to put what it declares and the suite has no way to ask for.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { get } from '@agentsource/openapi/pointer';
import { type Located, resolve } from '@agentsource/openapi/references';

/** Something declared that no case covers. */
export interface Uncovered {
  /** A constraint as "pointer keyword", or a declaration in words. */
  what: string;
  why: string;
}

export interface Reading {
  document: OpenApiDocument;
  uncovered: Uncovered[];
  /** Why the operation can't be called; undefined when it can. */
  notCalled: string | undefined;
  /** Whether a parameter is where the client puts its key, and required. */
  wantsKey: boolean;
}

/** The object at a pointer or, where a reference stands there, the one that it leads to. */
export function resolveAt(document: OpenApiDocument, pointer: string): Located | undefined {
  return resolve(document, get(document, pointer), pointer);
}
