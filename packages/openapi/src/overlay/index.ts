// Applies an OpenAPI Overlay (1.1) action by action. The tools at hand count an action that changes nothing as applied
// and pass silently over a target that matches nothing; here both are stale and an error, so the few lines of merging are
// ours and only the JSONPath engine (RFC 9535) is not.
import { isDeepStrictEqual } from 'node:util';
import { jsonpath } from 'json-p3';
import { parse } from 'yaml';
import type { OpenApiDocument } from '../document.ts';
import { PipelineError } from '../errors.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';

export interface OverlayAction {
  target: string;
  /** Why the action exists; ours are all given one. */
  description: string;
  update?: Json;
  remove?: boolean;
}

export interface Overlay {
  /** The file's name, for messages. */
  name: string;
  actions: OverlayAction[];
}

export interface StaleAction {
  overlay: string;
  index: number;
  action: OverlayAction;
  /** `does not fit`: the document would be invalid with it. `serves nothing`: it adds components that nothing refers to. */
  reason: 'matches nothing' | 'changes nothing' | 'does not fit' | 'serves nothing';
  /** What is wrong with the document when it has the action. */
  problem?: string;
}

/** One action, by where it stands. */
export type ActionPlace = Pick<StaleAction, 'overlay' | 'index'>;

/** The document after one action, which changed something. */
export interface OverlayStep {
  place: ActionPlace & { action: OverlayAction };
  document: OpenApiDocument;
}

export function parseOverlay(text: string, name: string): Overlay {
  const value = parse(text) as Json;
  if (!isObject(value) || typeof value.overlay !== 'string' || !Array.isArray(value.actions)) {
    throw new PipelineError(`${name}: not an OpenAPI Overlay: "overlay" and "actions" are required`);
  }
  return {
    name,
    actions: value.actions.map((action, index) => parseAction(action, `${name}: actions[${index}]`)),
  };
}

function parseAction(action: Json, at: string): OverlayAction {
  if (!isObject(action) || typeof action.target !== 'string') throw new PipelineError(`${at}: no "target"`);
  if (typeof action.description !== 'string') {
    throw new PipelineError(`${at}: no "description"; each action says why it exists`);
  }
  if ((action.update === undefined) === (action.remove !== true)) {
    throw new PipelineError(`${at}: needs either "update" or "remove: true"`);
  }
  return action as unknown as OverlayAction;
}

/** Applies the overlays in order, each action to a copy; an action that did nothing is returned as stale. */
export function applyOverlays(
  document: OpenApiDocument,
  overlays: readonly Overlay[],
  without: readonly ActionPlace[] = [],
): { document: OpenApiDocument; stale: StaleAction[]; steps: OverlayStep[] } {
  let current = document;
  const stale: StaleAction[] = [];
  const steps: OverlayStep[] = [];
  for (const { name: overlay, actions } of overlays) {
    for (const [index, action] of actions.entries()) {
      if (without.some((other) => other.overlay === overlay && other.index === index)) continue;
      const next = structuredClone(current);
      const effect = applyAction(next, action, `${overlay}: actions[${index}]`);
      if (effect === 'changes something') {
        current = next;
        steps.push({ place: { overlay, index, action }, document: current });
      } else stale.push({ overlay, index, action, reason: effect });
    }
  }
  return { document: current, stale, steps };
}

/** Fails on the first stale action, saying what to do about it. */
export function refuseStaleActions(stale: readonly StaleAction[]): void {
  const [first] = stale;
  if (!first) return;
  throw new PipelineError(
    `spec/overlays/${first.overlay}: actions[${first.index}] (target ${first.action.target}) ${first.reason}` +
      `${first.problem === undefined ? '' : `: ${first.problem}`}. ` +
      'Remove it if the document says this itself or has no place for it any more, or correct it.',
  );
}

function applyAction(
  document: OpenApiDocument,
  action: OverlayAction,
  at: string,
): StaleAction['reason'] | 'changes something' {
  let nodes: { location: (string | number)[]; value: unknown }[];
  try {
    nodes = [...jsonpath.query(action.target, document)];
  } catch (error) {
    throw new PipelineError(
      `spec/overlays/${at}: "${action.target}" is no JSONPath: ${(error as Error).message}`,
    );
  }
  if (nodes.length === 0) return 'matches nothing';
  const update = action.update as Json;
  if (!action.remove && nodes.every(({ value }) => says(value as Json, update))) return 'changes nothing';
  // Last first, so that removing one item of an array does not shift the next.
  for (const { location } of nodes.reverse()) {
    if (action.remove) removeAt(document, location);
    else if (!updateAt(document, location, structuredClone(update))) return 'does not fit';
  }
  return 'changes something';
}

/**
 * Whether the document says already what the update would add. For an array that is when the items are in it: appended once
 * more, they would be there twice, which is a change, but not one that anybody means.
 */
function says(target: Json | undefined, update: Json): boolean {
  if (Array.isArray(target)) {
    const items = Array.isArray(update) ? update : [update];
    return items.every((item) => target.some((known) => isDeepStrictEqual(known, item)));
  }
  if (!isObject(target) || !isObject(update)) return isDeepStrictEqual(target, update);
  return Object.entries(update).every(
    ([key, value]) => Object.hasOwn(target, key) && says(target[key], value),
  );
}

function parentOf(document: Json, location: readonly (string | number)[]): Json {
  return location.slice(0, -1).reduce<Json>((value, key) => (value as JsonObject)[key] as Json, document);
}

function removeAt(document: OpenApiDocument, location: readonly (string | number)[]): void {
  const parent = parentOf(document, location);
  const key = location.at(-1) as string | number;
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete (parent as JsonObject)[key];
}

/** False where neither an object nor an array stands, of which an overlay has to target the parent. */
function updateAt(document: OpenApiDocument, location: readonly (string | number)[], update: Json): boolean {
  const target = location.reduce<Json>((value, key) => (value as JsonObject)[key] as Json, document);
  if (Array.isArray(target)) target.push(update);
  else if (isObject(target) && isObject(update)) merge(target, update);
  else return false;
  return true;
}

/** The Overlay specification's recursive merge: objects merge, arrays concatenate, anything else is replaced. */
function merge(target: JsonObject, update: JsonObject): void {
  for (const [key, value] of Object.entries(update)) {
    const existing = Object.hasOwn(target, key) ? target[key] : undefined;
    if (isObject(existing) && isObject(value)) merge(existing, value);
    else if (Array.isArray(existing) && Array.isArray(value)) existing.push(...value);
    else target[key] = value;
  }
}
