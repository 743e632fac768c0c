// What the client takes for JSON, text and bytes is what the types were generated for.
import { mediaKindOf as kindInTypes } from '@agentsource/codegen/media-kind';
import { expect, test } from 'vitest';
import { mediaKindOf } from '../../src/transport/media-kind.ts';

const TYPES: Record<string, string[]> = {
  json: [
    'application/json',
    'Application/JSON; charset=utf-8',
    'text/json',
    'application/problem+json',
    '*/*',
    'application/*',
  ],
  text: [
    'text/plain',
    'text/csv; header=present',
    'TEXT/HTML',
    'text/*',
    'application/xml',
    'application/atom+xml',
    'image/svg+xml',
    'application/csv',
    'application/x-ndjson',
    'application/jsonl',
    'application/yaml',
  ],
  blob: [
    'application/pdf',
    'application/octet-stream',
    'image/png',
    'image/*',
    'application/zip',
    'multipart/form-data',
    'application/json-seq-of-ours',
  ],
};

test.each(Object.entries(TYPES).flatMap(([kind, types]) => types.map((type) => [type, kind])))(
  '%s is %s',
  (type, kind) => {
    expect(mediaKindOf(type)).toBe(kind);
    expect(kindInTypes(type)).toBe(kind);
  },
);
