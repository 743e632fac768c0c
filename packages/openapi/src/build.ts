// Builds what spec/dist holds from the vendored document: normalise, apply the overlays, validate, as YAML and JSON.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Hit, OpenApiDocument } from './document.ts';
import { PipelineError } from './errors.ts';
import { sha256 } from './hash.ts';
import { normalise } from './normalise/index.ts';
import { applyFitting } from './overlay/fitting.ts';
import { type Overlay, parseOverlay, refuseStaleActions, type StaleAction } from './overlay/index.ts';
import { parseOpenApi } from './read.ts';
import { markSlowPatterns, SLOW_PATTERN_RULE } from './slow-patterns.ts';
import { readSources, verifySources } from './sources.ts';
import type { Problem } from './validate.ts';

export interface BuiltDocument {
  document: OpenApiDocument;
  hits: Hit[];
  json: string;
  yaml: string;
  /** Of the JSON, the form that travels: types, client, mock and contract suite each know it. */
  sha256: string;
  /** Overlay actions that did nothing: the document says it itself, or has nothing left for them to change. */
  stale: StaleAction[];
}

/**
 * Vendored document and overlays to the document that everything derives from.
 *
 * @throws {PipelineError} on the first cause why nothing can be built from it.
 */
export async function buildDocument(
  vendored: OpenApiDocument,
  overlays: readonly Overlay[],
  name: string,
): Promise<BuiltDocument> {
  const { document: normalised, hits } = normalise(vendored, name);
  const { document, stale, problems } = await applyFitting(normalised, overlays);
  refuseProblems(problems, name);
  // An overlay may have mended a slow pattern, or brought one.
  const slow = markSlowPatterns(document);
  const others = hits.filter(({ rule }) => rule !== SLOW_PATTERN_RULE);
  return { document, hits: [...others, ...slow], stale, ...serialise(document) };
}

function refuseProblems(problems: readonly Problem[], name: string): void {
  if (problems.length === 0) return;
  const [{ pointer, message }] = problems as readonly [Problem, ...Problem[]];
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  throw new PipelineError(
    `${name}: ${pointer || '/'}: ${message.replace(/\.$/, '')}${more}, after normalisation and overlays; leave the vendored file ` +
      'as it is, and correct the place with an action in spec/overlays/, or correct the action that made it so',
  );
}

export function serialise(document: OpenApiDocument): { json: string; yaml: string; sha256: string } {
  const json = `${JSON.stringify(document, null, 2)}\n`;
  const yaml = stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
  return { json, yaml, sha256: sha256(json) };
}

export function readOverlays(specDirectory: string): Overlay[] {
  const directory = join(specDirectory, 'overlays');
  return readdirSync(directory)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => parseOverlay(readFileSync(join(directory, file), 'utf8'), file));
}

/** What `<specDirectory>/dist` is built from and would hold; nothing is written. */
export async function composeSpec(specDirectory: string): Promise<BuiltDocument> {
  const sources = readSources(specDirectory);
  verifySources(specDirectory, sources);
  const file = sources.document.file;
  const vendored = parseOpenApi(readFileSync(join(specDirectory, file), 'utf8'), `spec/${file}`);
  const built = await buildDocument(vendored, readOverlays(specDirectory), `spec/${file}`);
  refuseStaleActions(built.stale);
  return built;
}
