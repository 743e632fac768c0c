// Compares how an operation may be authenticated, by what goes over the wire; names of schemes don't matter.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { canonical, code } from '../words.ts';
import { type Both, type Context, compareProse, type Spot, tell } from './scope.ts';

interface Alternative {
  key: string;
  words: string;
}

/** Alternatives of the operation, or of the document where it says nothing of its own. */
export function compareSecurity(context: Context, spot: Spot, { before, after }: Both): void {
  const old = alternativesOf(context.before, before.value);
  const now = alternativesOf(context.after, after.value);
  const pointer = 'security' in after.value ? child(after.pointer, 'security') : '/security';
  const gone = old.filter(({ key }) => !now.some((other) => other.key === key));
  const added = now.filter(({ key }) => !old.some((other) => other.key === key));
  const words = `${list(old)} → ${list(now)}`;
  if (gone.length === old.length && gone.length > 0 && !now.some(isOpen)) {
    tell(context, spot, 'authentication-required', pointer, words);
  } else if (gone.some(isOpen) && !now.some(isOpen)) {
    tell(context, spot, 'authentication-required', pointer, words);
  } else {
    if (added.length > 0) tell(context, spot, 'authentication-alternative-added', pointer, words);
    // Once nothing is needed, no way is missed.
    if (gone.length > 0 && !now.some(isOpen)) {
      tell(context, spot, 'authentication-alternative-dropped', pointer, words);
    }
  }
}

/** A scheme that no operation names may still be the one that the client sends: its header counts all the same. */
export function compareSchemes(context: Context, spot: Spot): void {
  const [old, now] = [schemesOf(context.before), schemesOf(context.after)];
  const told = context.findings.some(({ kind }) => kind === 'authentication-required');
  for (const [name, value] of Object.entries(now)) {
    const before = old[name];
    if (!isObject(before) || !isObject(value)) continue;
    const pointer = child('/components/securitySchemes', name);
    const [was, is] = [wireForm(context.before, name, []), wireForm(context.after, name, [])];
    if (was.key !== is.key && !told) {
      const words = `${list([was])} → ${list([is])}`;
      tell(context, { ...spot, side: 'request' }, 'authentication-required', pointer, words);
    }
    const both = { before: { value: before, pointer }, after: { value, pointer } };
    compareProse(context, spot, both, ['type', 'name', 'in', 'scheme', 'flows', 'openIdConnectUrl']);
  }
}

function alternativesOf(document: OpenApiDocument, operation: JsonObject): Alternative[] {
  const requirements = operation.security ?? document.security;
  if (!Array.isArray(requirements) || requirements.length === 0) return [alternativeOf(document, {})];
  return requirements.filter(isObject).map((requirement) => alternativeOf(document, requirement));
}

function alternativeOf(document: OpenApiDocument, requirement: JsonObject): Alternative {
  const schemes = Object.entries(requirement).map(([name, scopes]) => wireForm(document, name, scopes));
  return {
    key: canonical(schemes.map(({ key }) => key).sort()),
    words: schemes.map(({ words }) => words).join(' and ') || 'none',
  };
}

function wireForm(document: OpenApiDocument, name: string, scopes: Json): Alternative {
  const schemes = schemesOf(document);
  const scheme = isObject(schemes[name]) ? schemes[name] : {};
  const { type, in: where, scheme: http, openIdConnectUrl, flows } = scheme;
  // Header names are case-insensitive, those of query parameters and cookies are not.
  const key = where === 'header' ? String(scheme.name).toLowerCase() : (scheme.name ?? null);
  const unknown = type === undefined ? name : null;
  const sorted = Array.isArray(scopes) ? [...scopes].sort() : [];
  return {
    key: canonical([
      type ?? null,
      where ?? null,
      key,
      http ?? null,
      openIdConnectUrl ?? null,
      flowsOnTheWire(flows),
      sorted,
      unknown,
    ]),
    words: [type, where, scheme.name, http].filter((word) => word !== undefined).join(' ') || name,
  };
}

/** The URLs of OAuth flows; their scopes' descriptions are documentation. */
function flowsOnTheWire(flows: Json | undefined): Json {
  if (!isObject(flows)) return null;
  return Object.fromEntries(
    Object.entries(flows).map(([name, flow]) => [
      name,
      isObject(flow) ? [flow.authorizationUrl ?? null, flow.tokenUrl ?? null] : null,
    ]),
  );
}

function isOpen({ key }: Alternative): boolean {
  return key === '[]';
}

function list(alternatives: readonly Alternative[]): string {
  return alternatives.map(({ words }) => code(words)).join(' or ');
}

function schemesOf({ components }: OpenApiDocument): JsonObject {
  return isObject(components) && isObject(components.securitySchemes) ? components.securitySchemes : {};
}
