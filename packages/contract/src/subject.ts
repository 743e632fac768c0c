// What the suite is about: the built document and its operations.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { sha256 } from '@agentsource/openapi/hash';
import { type Operation, placesOf, readOperation } from './operation/operation.ts';

/** The built document that everything in the workspace derives from. */
export const DOCUMENT: string = fileURLToPath(import.meta.resolve('@agentsource/spec/openapi.json'));

export interface Subject {
  document: OpenApiDocument;
  sha256: string;
  operations: Operation[];
}

/** Reads the built document; its hash is the one that types, client and mock were made with. */
export function readSubject(file: string): Subject {
  const bytes = readFileSync(file);
  return subjectOf(JSON.parse(bytes.toString('utf8')) as OpenApiDocument, sha256(bytes));
}

export function subjectOf(document: OpenApiDocument, documentSha256: string): Subject {
  const operations = placesOf(document).map((place) => readOperation(document, place));
  return { document, sha256: documentSha256, operations };
}
