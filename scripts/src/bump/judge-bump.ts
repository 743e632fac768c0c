// Judges the document that is to be vendored against the one that is: both as they are built.
import type { Verdict } from '@agentsource/diff/change';
import { judge } from '@agentsource/diff/judge';
import { type BuiltDocument, composeSpec, readOverlays } from '@agentsource/openapi/build';
import type { OpenApiDocument } from '@agentsource/openapi/document';
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
}

export async function judgeBump({ spec, document, name }: BumpToJudge): Promise<JudgedBump> {
  const old = await composeSpec(spec);
  const next = await prepare(document, readOverlays(spec), name);
  return { old, next, verdict: await judge(old.document, next.document) };
}
