// Reads the document to serve, which may be anybody's, and respells it. Refuses by name and place what the gate for documents
// refuses, and what would be served silently wrong.
import { createReadStream } from 'node:fs';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { PipelineError } from '@agentsource/openapi/errors';
import { sha256 } from '@agentsource/openapi/hash';
import { LIMITS } from '@agentsource/openapi/limits';
import { normalise } from '@agentsource/openapi/normalise';
import { child } from '@agentsource/openapi/pointer';
import { extractDocument, parseOpenApi } from '@agentsource/openapi/read';
import { walk } from '@agentsource/openapi/walk';
import { carried } from './carried.ts';
import { MockError } from './errors.ts';

export interface LoadedDocument {
  /** As it was given. */
  document: OpenApiDocument;
  /** What to call it in a message. */
  name: string;
  title: string;
  version: string;
  /** Of the document as JSON with two spaces and a final newline, whatever form it was given in. */
  sha256: string;
}

/** The built document that the package carries. */
export const OWN_DOCUMENT: string = carried('openapi.json');

/** @throws {MockError} when it can't be read, or is no OpenAPI document. */
export async function loadDocument(spec: string | object): Promise<LoadedDocument> {
  const name = typeof spec === 'string' ? spec : 'the given document';
  const text = typeof spec === 'string' ? await readText(spec) : textOf(spec, name);
  const document = refusing(() => parseOpenApi(extractDocument(text, name).text, name));
  const { title = 'Untitled', version } = document.info;
  return {
    document,
    name,
    title: String(title),
    version,
    sha256: sha256(`${JSON.stringify(document, null, 2)}\n`),
  };
}

/**
 * In the one spelling that is served. An already normalised document comes out as it went in, but for its extensions.
 *
 * @throws {MockError} when the gate refuses it, or it would be served wrongly.
 */
export function normalised({ document, name }: LoadedDocument): OpenApiDocument {
  const { document: respelled } = refusing(() => normalise(document, name));
  refuseUnservable(respelled, name);
  return respelled;
}

async function readText(path: string): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    // One byte more than is taken, and no more of what may never end.
    for await (const chunk of createReadStream(path, { end: LIMITS.bytes })) chunks.push(chunk);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a directory' : code;
    throw new MockError(`${path}: can't be read: ${why}; give the path of an OpenAPI document, YAML or JSON`);
  }
  const bytes = Buffer.concat(chunks);
  if (bytes.length > LIMITS.bytes) throw tooLarge(path);
  return bytes.toString('utf8');
}

/** An object is read as the JSON that it would be sent as: the mock keeps nothing of it, and takes nothing else from it. */
function textOf(spec: object, name: string): string {
  let text: string;
  try {
    text = JSON.stringify(spec);
  } catch (error) {
    throw new MockError(`${name}: not JSON: ${(error as Error).message.split('\n')[0]}`);
  }
  if (Buffer.byteLength(text) > LIMITS.bytes) throw tooLarge(name);
  return text;
}

function tooLarge(name: string): MockError {
  return new MockError(`${name}: larger than ${LIMITS.bytes / 1e6} MB, which no OpenAPI document should be`);
}

function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof PipelineError ? new MockError(error.message) : error;
  }
}

/** Nothing would be validated by a schema that does not compile. */
function refuseUnservable(document: OpenApiDocument, name: string): void {
  walk(document, {
    schema: ({ pattern, patternProperties }, pointer) => {
      if (typeof pattern === 'string') refusePattern(pattern, child(pointer, 'pattern'), name);
      for (const key of Object.keys(patternProperties ?? {})) {
        refusePattern(key, child(child(pointer, 'patternProperties'), key), name);
      }
    },
  });
}

function refusePattern(pattern: string, pointer: string, name: string): void {
  try {
    new RegExp(pattern, 'u');
  } catch {
    throw new MockError(
      `${name}: ${pointer}: JavaScript can't compile the pattern ${JSON.stringify(pattern.slice(0, 60))}, so nothing ` +
        'beside it would be validated either. Spell it for JavaScript (with the u flag), or remove it.',
    );
  }
}
