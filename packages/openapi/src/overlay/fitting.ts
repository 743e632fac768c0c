// Applies the overlays as far as they fit: our own words about a document step aside, whole, where another version of it has no place
// for them.
import { isDeepStrictEqual } from 'node:util';
import type { OpenApiDocument } from '../document.ts';
import { entriesOf, isObject } from '../json.ts';
import { child } from '../pointer.ts';
import { refersTo } from '../references.ts';
import { type Problem, problemsOf } from '../validate.ts';
import { applyOverlays, type Overlay, type OverlayStep, type StaleAction } from './index.ts';

export interface FittedDocument {
  document: OpenApiDocument;
  /** Actions that are not in it, and why. */
  stale: StaleAction[];
  /** What is wrong with it, but not by the overlays. */
  problems: Problem[];
}

export async function applyFitting(
  document: OpenApiDocument,
  overlays: readonly Overlay[],
): Promise<FittedDocument> {
  const misfits: StaleAction[] = [];
  for (;;) {
    const applied = applyOverlays(document, overlays, misfits);
    const problems = await problemsOf(applied.document);
    const misfit =
      (await causeOf(problems, document, applied.steps)) ?? servesNothing(document, applied.steps);
    if (misfit === undefined) {
      return { document: applied.document, stale: [...misfits, ...applied.stale], problems };
    }
    misfits.push(misfit);
  }
}

/**
 * The first action that brought a problem which no later one mends. An example that has become wrong is left to a person, who knows
 * what it is to show.
 */
async function causeOf(
  problems: readonly Problem[],
  original: OpenApiDocument,
  steps: readonly OverlayStep[],
): Promise<StaleAction | undefined> {
  if (!problems.some(({ isOfExample }) => !isOfExample)) return undefined;
  let known = await problemsOf(original);
  for (const { place, document } of steps) {
    const now = await problemsOf(document);
    const brought = problems.find((problem) => includes(now, problem) && !includes(known, problem));
    if (brought)
      return { ...place, reason: 'does not fit', problem: `${brought.pointer}: ${brought.message}` };
    known = now;
  }
  return undefined;
}

function includes(problems: readonly Problem[], { pointer, message }: Problem): boolean {
  return problems.some((other) => other.pointer === pointer && other.message === message);
}

/** What is left over when the action that needed it has stepped aside: components that nothing refers to. */
function servesNothing(original: OpenApiDocument, steps: readonly OverlayStep[]): StaleAction | undefined {
  const final = steps.at(-1)?.document;
  let before = original;
  for (const { place, document } of steps) {
    const added = addedComponents(before, document);
    if (final && added.length > 0 && !added.some((pointer) => refersTo(final, `#${pointer}`))) {
      return { ...place, reason: 'serves nothing' };
    }
    before = document;
  }
  return undefined;
}

/** JSON Pointers of what an action added, if that is components which are referred to, and nothing else. */
function addedComponents(before: OpenApiDocument, after: OpenApiDocument): string[] {
  const { components: old, ...otherBefore } = before;
  const { components, ...otherAfter } = after;
  if (!isDeepStrictEqual(otherBefore, otherAfter)) return [];
  return entriesOf(components).flatMap(([sort, named]) => {
    const known = isObject(old) ? old[sort] : undefined;
    const names = sort === 'securitySchemes' ? [] : entriesOf(named).map(([name]) => name);
    return names
      .filter((name) => !isObject(known) || !Object.hasOwn(known, name))
      .map((name) => child(child('/components', sort), name));
  });
}
