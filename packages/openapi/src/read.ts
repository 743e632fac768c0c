// Reads text as an OpenAPI document: a documentation page (only its OpenAPI fence), YAML or JSON, told apart by content.
import { type Document, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { OpenApiDocument } from './document.ts';
import { doubledKey } from './duplicate-keys.ts';
import { UnreadableError } from './errors.ts';
import { isObject, type Json } from './json.ts';
import { plainJson } from './plain-json.ts';

export interface SourceText {
  /** The document's own text, byte for byte: the whole input, or what stands inside the page's fence. */
  text: string;
  /** Present when the input was a documentation page. */
  page?: string;
}

const FENCE =
  /^(?<ticks>`{3,})ya?ml[ \t]+(?<method>get|put|post|delete|options|head|patch|trace)[ \t]+(?<path>\/[^\s]*)[^\n]*\n/gim;

/** Takes the document's text out of a page, or the text as it is when it is no page. */
export function extractDocument(input: string, name: string): SourceText {
  const fences = [...input.matchAll(FENCE)];
  if (fences.length > 1) {
    throw new UnreadableError(`${name}: ${fences.length} OpenAPI fences in one page; expected exactly one`);
  }
  const fence = fences[0];
  if (!fence) return { text: input };
  const start = fence.index + fence[0].length;
  const end = new RegExp(`^${fence.groups?.ticks}[ \\t\\r]*$`, 'm').exec(input.slice(start));
  if (!end) throw new UnreadableError(`${name}: the OpenAPI fence is never closed; the page is cut off`);
  return { text: input.slice(start, start + end.index), page: input };
}

/** The operation that a page is of, which its fence names beside its language. */
export function fencedOperation(page: string, name: string): { method: string; path: string } {
  const { method, path } = [...page.matchAll(FENCE)][0]?.groups ?? {};
  if (method === undefined || path === undefined) throw new UnreadableError(`${name}: no OpenAPI fence`);
  return { method: method.toLowerCase(), path };
}

/** Parses YAML or JSON and insists on the minimum that makes it an OpenAPI document. */
export function parseOpenApi(text: string, name: string): OpenApiDocument {
  const value = parseYamlOrJson(withoutByteOrderMark(text), name);
  if (!isObject(value)) throw new UnreadableError(`${name}: not an OpenAPI document: ${notADocument(text)}`);
  if (typeof value.openapi !== 'string' || !/^3\.[01]\.\d+$/.test(value.openapi)) {
    throw new UnreadableError(
      `${name}: not an OpenAPI 3.0 or 3.1 document: "openapi" is ${JSON.stringify(value.openapi) ?? 'missing'}`,
    );
  }
  if (!isObject(value.info) || typeof value.info.version !== 'string') {
    throw new UnreadableError(`${name}: info.version is missing or not a string`);
  }
  if (!isObject(value.paths) || Object.keys(value.paths).length === 0) {
    throw new UnreadableError(`${name}: "paths" is missing or empty, so there is nothing to derive from it`);
  }
  return value as OpenApiDocument;
}

/** Whether the document was published as JSON; a YAML flow mapping that only looks like it is YAML. */
export function isJsonText(text: string): boolean {
  try {
    JSON.parse(withoutByteOrderMark(text));
    return true;
  } catch {
    return false;
  }
}

function parseYamlOrJson(text: string, name: string): Json {
  try {
    return plainJson(/^\s*\{/.test(text) ? parseJson(text) : parseYaml(text));
  } catch (error) {
    const { message } = error as Error;
    const cause = error instanceof RangeError ? 'it nests too deeply to be parsed' : message;
    throw new UnreadableError(`${name}: ${cause}`);
  }
}

function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // A flow mapping is YAML too; but what looks like JSON is far more often broken JSON, so its error is kept.
    const yaml = parseDocument(text);
    if (yaml.errors.length === 0) return yaml.toJS();
    throw new Error(`broken JSON: ${(error as Error).message}`);
  }
  const doubled = doubledKey(text);
  if (doubled !== undefined) throw new Error(`broken JSON: ${doubled} is given twice`);
  return value;
}

function parseYaml(text: string): unknown {
  const lineCounter = new LineCounter();
  // The parser looks for doubled keys in quadratic time: half a minute for 40,000 keys.
  const yaml = parseDocument(text, { uniqueKeys: false, lineCounter });
  const problem = yaml.errors[0];
  if (problem === undefined) {
    refuseDoubledKeys(yaml, lineCounter);
    return yaml.toJS();
  }
  if (!/^[ \t]*["']?openapi["']?[ \t]*:/m.test(text)) {
    throw new Error(`not an OpenAPI document: ${notADocument(text)}`);
  }
  if (problem.message.startsWith('Maximum call stack')) throw new RangeError();
  throw new Error(`broken YAML: ${problem.message.split('\n')[0]?.replace(/:$/, '')}`);
}

function refuseDoubledKeys(yaml: Document, lineCounter: LineCounter): void {
  visit(yaml, {
    Map(_, { items }) {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        // As an object's keys they are text: 1 and "1" are the same.
        const name = String(key.value);
        if (keys.has(name)) {
          const { line } = lineCounter.linePos(key.range?.[0] ?? 0);
          throw new Error(`broken YAML: the key ${JSON.stringify(name)} is given twice, at line ${line}`);
        }
        keys.add(name);
      }
    },
  });
}

function withoutByteOrderMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

function notADocument(text: string): string {
  if (text.trim() === '') return 'it is empty';
  if (/^\s*</.test(text)) return 'it is HTML; is there a Markdown or raw address of it?';
  return 'no YAML or JSON mapping at its top, and no OpenAPI fence as of a documentation page';
}
