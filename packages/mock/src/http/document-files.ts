// `/openapi.json` and `/openapi.yaml`: the document that is served, as it was given.
import { stringify } from 'yaml';
import type { HttpAnswer } from './http-answer.ts';

/** Undefined for every other path. What the document itself declares there comes first, which is for the caller to see to. */
export function documentFiles(document: object): (url: string) => HttpAnswer | undefined {
  const texts = new Map<string, string>();
  const writers: Record<string, [type: string, write: () => string]> = {
    // So that its SHA-256 is the one that the mock names.
    '/openapi.json': ['application/json', () => `${JSON.stringify(document, null, 2)}\n`],
    '/openapi.yaml': ['application/yaml', () => stringify(document)],
  };
  return (url) => {
    const [path = ''] = url.split('?');
    const writer = Object.hasOwn(writers, path) ? writers[path] : undefined;
    if (!writer) return undefined;
    const [type, write] = writer;
    const text = texts.get(path) ?? write();
    texts.set(path, text);
    return { status: 200, headers: { 'content-type': type }, text };
  };
}
