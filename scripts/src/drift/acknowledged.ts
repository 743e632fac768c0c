// spec/drift.yaml: the contradictions that we know of, each with the reason why it stands.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PipelineError } from '@agentsource/openapi/errors';
import { isObject, type Json } from '@agentsource/openapi/json';
import { parse } from 'yaml';

export interface Acknowledgement {
  /** Relative to spec/pages/. */
  page: string;
  direction: 'request' | 'response';
  /** As spec:drift prints it. */
  problem: string;
  reason: string;
}

export function readAcknowledged(specDirectory: string): Acknowledgement[] {
  const path = join(specDirectory, 'drift.yaml');
  if (!existsSync(path)) return [];
  const value = parse(readFileSync(path, 'utf8')) as Json;
  const entries = isObject(value) ? value.acknowledged : undefined;
  if (!Array.isArray(entries)) throw new PipelineError('spec/drift.yaml: a list "acknowledged" is expected');
  return entries.map((entry, index) => {
    for (const key of ['page', 'direction', 'problem', 'reason']) {
      if (isObject(entry) && typeof entry[key] === 'string' && entry[key] !== '') continue;
      throw new PipelineError(`spec/drift.yaml: acknowledged[${index}] needs a text "${key}"`);
    }
    return entry as unknown as Acknowledgement;
  });
}
