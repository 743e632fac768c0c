// Reads the document to serve and refuses, by name and place, what Prism would serve silently wrong.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { MockError } from './errors.ts';
import { isObject, type JsonObject } from './json.ts';

export interface LoadedDocument {
  document: JsonObject;
  title: string;
  version: string;
  /** Of the document as JSON with two spaces and a final newline, whatever form it was given in. */
  sha256: string;
}

/** The built document that the package carries. */
export const OWN_DOCUMENT: string = fileURLToPath(new URL('../dist/openapi.json', import.meta.url));

export async function loadDocument(spec: string | object): Promise<LoadedDocument> {
  const name = typeof spec === 'string' ? spec : 'the given document';
  const document = typeof spec === 'string' ? await readDocument(spec) : structuredClone(spec);
  if (!isObject(document)) throw new MockError(`${name}: not an OpenAPI document, but ${describe(document)}`);
  const { openapi, info, paths } = document;
  if (typeof openapi !== 'string' || !/^3\.[01]\.\d+$/.test(openapi)) {
    const found = openapi === undefined ? 'missing' : JSON.stringify(openapi);
    throw new MockError(`${name}: not an OpenAPI 3.0 or 3.1 document: "openapi" is ${found}`);
  }
  if (!isObject(paths) || Object.keys(paths).length === 0) {
    throw new MockError(`${name}: "paths" is missing or empty, so there is nothing to mock`);
  }
  refuseUnservable(document, name);
  const sha256 = createHash('sha256')
    .update(`${JSON.stringify(document, null, 2)}\n`)
    .digest('hex');
  const { title, version } = isObject(info) ? info : {};
  return { document, title: String(title ?? 'Untitled'), version: String(version ?? 'unknown'), sha256 };
}

async function readDocument(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a directory' : code;
    throw new MockError(`${path}: can't be read: ${why}; give the path of an OpenAPI document, YAML or JSON`);
  }
  try {
    return /^\s*\{/.test(text) ? JSON.parse(text) : parseYaml(text);
  } catch (error) {
    throw new MockError(`${path}: neither JSON nor YAML: ${(error as Error).message.split('\n')[0]}`);
  }
}

function parseYaml(text: string): unknown {
  const yaml = parseDocument(text);
  if (yaml.errors[0]) throw yaml.errors[0];
  return yaml.toJS();
}

/**
 * Prism does not validate at all what a schema that does not compile describes, and would fetch what a reference points to
 * outside the document.
 */
function refuseUnservable(document: JsonObject, name: string): void {
  visit(document, '', (object, pointer) => {
    const { $ref, pattern, patternProperties } = object;
    if (typeof $ref === 'string' && !$ref.startsWith('#')) {
      throw new MockError(`${name}: ${pointer}/$ref points outside the document (${$ref}); bundle it first`);
    }
    if (typeof pattern === 'string') refusePattern(pattern, `${pointer}/pattern`, name);
    if (!isObject(patternProperties)) return;
    for (const key of Object.keys(patternProperties)) {
      refusePattern(key, `${pointer}/patternProperties/${escapePointer(key)}`, name);
    }
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

/** What holds data, not schemas; except as the name of a property. */
const DATA = new Set(['example', 'examples', 'default', 'const', 'enum']);

function visit(value: unknown, pointer: string, see: (object: JsonObject, pointer: string) => void): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) visit(item, `${pointer}/${index}`, see);
  } else if (isObject(value)) {
    see(value, pointer);
    const keysAreNames = pointer.endsWith('/properties');
    for (const [key, inner] of Object.entries(value)) {
      if (keysAreNames || !DATA.has(key)) visit(inner, `${pointer}/${escapePointer(key)}`, see);
    }
  }
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
