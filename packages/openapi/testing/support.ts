// Small documents for the tests of the pipeline, so that none of them depends on what is vendored today.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuiltDocument, composeSpec } from '../src/build.ts';
import type { OpenApiDocument } from '../src/document.ts';
import { UnreadableError } from '../src/errors.ts';
import type { Isolate } from '../src/isolate.ts';
import type { JsonObject } from '../src/json.ts';
import { writeDist } from '../src/write-dist.ts';

/** A spec/ folder with one page vendored, and the document that it holds. */
export const FIXTURE_SPEC: string = join(import.meta.dirname, 'fixtures', 'spec');

/** A valid document with one operation, `POST /things`, whose body is the given schema; `more` is merged on top. */
export function documentWith(schemas: JsonObject, more: JsonObject = {}): OpenApiDocument {
  return {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1.0.0' },
    servers: [{ url: 'https://things.example' }],
    paths: {
      '/things': {
        post: {
          operationId: 'add_thing',
          requestBody: {
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
          },
          responses: { '200': { description: 'Added' } },
        },
      },
    },
    components: { schemas: { Thing: { type: 'object' }, ...schemas } },
    ...more,
  };
}

/** The one line with which something unreadable is refused; fails when it is not refused so. */
export async function refusalOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => new Error('was not refused'),
    (reason: unknown) => reason,
  );
  if (error instanceof UnreadableError) return error.message;
  throw error;
}

/** Work on a document without a process of its own, which would take each of hundreds of tests half a second. */
export const inThisProcess: Isolate = async (module, name, input) => {
  const given = await input;
  const exported = (await import(pathToFileURL(module).href)) as Record<string, (input: unknown) => unknown>;
  return structuredClone(await exported[name]?.(given)) as never;
};

/** Builds `<specDirectory>/dist`. */
export async function buildSpec(specDirectory: string): Promise<BuiltDocument> {
  const built = await composeSpec(specDirectory);
  writeDist(specDirectory, built);
  return built;
}
