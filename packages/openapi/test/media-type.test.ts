// What counts as JSON: by the whole subtype, whatever the case and the parameters.

import { expect, test } from 'vitest';
import { isJsonMediaType } from '../src/media-type.ts';

test.each([
  'application/json',
  'Application/JSON; charset=utf-8',
  'application/json;charset=utf-8',
  'application/problem+json',
  'application/vnd.thing.v2+json ; a=b',
  'text/json',
  'model/gltf+json',
])('%s is', (mediaType) => expect(isJsonMediaType(mediaType)).toBe(true));

test.each([
  '',
  'json',
  'application/json-seq',
  'application/jsonl',
  'application/x-json-stream',
  'application/xml; note="application/json"',
  'text/plain',
  '*/*',
])('%s is not', (mediaType) => expect(isJsonMediaType(mediaType)).toBe(false));
