// Compares how an operation may be authenticated, by what goes over the wire; names of schemes don't matter.

import { componentsOf, type OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { code } from '@agentsource/openapi/markdown';
import { child } from '@agentsource/openapi/pointer';
import type { Kind } from '../policy.ts';
import { canonical } from '../words.ts';
import { compareProse, type Pair, report, type Scope } from './scope.ts';

interface Alternative {
  /** Equal for alternatives that look the same on the wire. */
  key: string;
  words: string;
}

/** Alternatives of the operation, or of the document where it says nothing of its own. */
export function compareSecurity(scope: Scope, { before, after }: Pair): void {
  const old = alternativesOf(scope.before, before.value);
  const now = alternativesOf(scope.after, after.value);
  const gone = old.filter(({ key }) => !now.some((other) => other.key === key));
  const added = now.filter(({ key }) => !old.some((other) => other.key === key));
  const pointer = 'security' in after.value ? child(after.pointer, 'security') : '/security';
  const words = `${list(old)} → ${list(now)}`;
  const tell = (kind: Kind) => report(scope, { kind, pointer, words });
  // Once nothing is needed, no way is missed.
  const isMissed = gone.length > 0 && !now.some(isOpen);
  if (isMissed && (gone.length === old.length || gone.some(isOpen))) tell('authentication-required');
  else {
    if (added.length > 0) tell('authentication-alternative-added');
    if (isMissed) tell('authentication-alternative-dropped');
  }
}

/** A scheme that no operation names may still be the one that the client sends: its header counts all the same. */
export function compareSchemes(scope: Scope): void {
  const old = componentsOf(scope.before, 'securitySchemes');
  const isKnown = scope.findings.some(({ kind }) => kind === 'authentication-required');
  for (const [name, value] of Object.entries(componentsOf(scope.after, 'securitySchemes'))) {
    const before = old[name];
    if (!isObject(before) || !isObject(value)) continue;
    const pointer = child('/components/securitySchemes', name);
    const [was, is] = [wireForm(scope.before, name, []), wireForm(scope.after, name, [])];
    if (was.key !== is.key && !isKnown) {
      const words = `${list([was])} → ${list([is])}`;
      report({ ...scope, side: 'request' }, { kind: 'authentication-required', pointer, words });
    }
    const pair = { before: { value: before, pointer }, after: { value, pointer } };
    compareProse(scope, pair, ['type', 'name', 'in', 'scheme', 'flows', 'openIdConnectUrl']);
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
  const declared = componentsOf(document, 'securitySchemes')[name];
  const scheme = isObject(declared) ? declared : {};
  const { type, in: where, scheme: http, openIdConnectUrl, flows } = scheme;
  // Header names are case-insensitive, those of query parameters and cookies are not.
  const key = where === 'header' ? String(scheme.name).toLowerCase() : (scheme.name ?? null);
  const unknown = type === undefined ? name : null;
  const sorted = [...itemsOf(scopes)].sort();
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
