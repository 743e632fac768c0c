// Judges the document that is to be vendored against the one that is: both as they are built.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clientLimits } from '@agentsource/codegen/client-limits';
import { parseClientSettings } from '@agentsource/codegen/client-settings';
import type { Verdict } from '@agentsource/diff/change';
import { judge } from '@agentsource/diff/judge';
import { type BuiltDocument, composeSpec, readOverlays } from '@agentsource/openapi/build';
import type { Hit, OpenApiDocument } from '@agentsource/openapi/document';
import { prepare } from './prepare.ts';

export interface BumpToJudge {
  /** The folder spec/ of the tree as it is. */
  spec: string;
  document: OpenApiDocument;
  /** What to call it in messages. */
  name: string;
}

export interface JudgedBump {
  old: BuiltDocument;
  next: BuiltDocument;
  verdict: Verdict;
  /** What the new one declares and the client does not do by itself. */
  limits: Hit[];
}

export async function judgeBump({ spec, document, name }: BumpToJudge): Promise<JudgedBump> {
  const old = await composeSpec(spec);
  const next = await prepare(document, readOverlays(spec), name);
  const settings = parseClientSettings(readFileSync(join(spec, 'client.yaml'), 'utf8'));
  const limits = clientLimits(next.document, settings);
  return { old, next, limits, verdict: await judge(old.document, next.document) };
}
