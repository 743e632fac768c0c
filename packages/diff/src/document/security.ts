// Compares how an operation may be authenticated, by what is sent: the kind of scheme, where, under which name, with which scopes. What
// a scheme is called in the document doesn't matter.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, itemsOf, type JsonObject } from '@agentsource/openapi/json';
import { code } from '@agentsource/openapi/markdown';
import { child } from '@agentsource/openapi/pointer';
import { componentMap } from '../components.ts';
import type { Kind } from '../policy.ts';
import { canonical } from '../words.ts';
import { locate, type Pair, report, type Scope } from './scope.ts';

/** One way to authenticate: what is sent at once, each with the scopes that it needs. None at all where nothing is needed. */
interface Alternative {
  schemes: ReadonlyMap<string, ReadonlySet<string>>;
  words: string;
  /** The key in a header alone, which is what the client sends. */
  isKey: boolean;
}

/** Alternatives of the operation, or of the document where it says nothing of its own. */
export function compareSecurity(scope: Scope, { before, after }: Pair): void {
  const old = alternativesOf(scope.before, before.value);
  const now = alternativesOf(scope.after, after.value);
  // Whoever sends what an alternative asks for, or more, is let in by it.
  const refused = old.filter((sent) => !now.some((asked) => isWithin(asked, sent)));
  const opened = now.filter((asked) => !old.some((sent) => isCovered(asked, sent)));
  const pointer = Object.hasOwn(after.value, 'security') ? child(after.pointer, 'security') : '/security';
  const words = `authentication ${list(old)} → ${list(now)}`;
  const tell = (kind: Kind) => report(scope, { kind, pointer, words });
  const isNew = (asked: Alternative) =>
    asked.schemes.size === 0 || !old.some((sent) => isWithin(asked, sent));
  if (refused.length === old.length || refused.some(({ isKey, schemes }) => isKey || schemes.size === 0)) {
    tell('authentication-required');
  } else {
    if (opened.some(isNew)) tell('authentication-alternative-added');
    if (refused.length > 0) tell('authentication-alternative-dropped');
    else if (!opened.some(isNew) && setOf(old) !== setOf(now)) tell('authentication-eased');
  }
}

function alternativesOf(document: OpenApiDocument, operation: JsonObject): Alternative[] {
  const requirements = operation.security ?? document.security;
  if (!Array.isArray(requirements) || requirements.length === 0) return [alternativeOf(document, {})];
  return requirements.filter(isObject).map((requirement) => alternativeOf(document, requirement));
}

function alternativeOf(document: OpenApiDocument, requirement: JsonObject): Alternative {
  const schemes = new Map<string, Set<string>>();
  const words: string[] = [];
  let isKey = false;
  for (const [name, scopes] of entriesOf(requirement)) {
    const { key, words: what, isHeader } = wireForm(document, name);
    const listed = itemsOf(scopes).map(String);
    schemes.set(key, new Set([...(schemes.get(key) ?? []), ...listed]));
    words.push(listed.length === 0 ? what : `${what} (${listed.join(', ')})`);
    isKey = isHeader;
  }
  return { schemes, words: words.join(' and ') || 'none', isKey: isKey && schemes.size === 1 };
}

/** Whether one asks for nothing that is not in the other. */
function isWithin(one: Alternative, other: Alternative): boolean {
  return [...one.schemes].every(([scheme, scopes]) => {
    const given = other.schemes.get(scheme);
    return given !== undefined && [...scopes].every((name) => given.has(name));
  });
}

/** Whether who sends what one asks for could do so before; that nothing was needed is no way to authenticate. */
function isCovered(asked: Alternative, known: Alternative): boolean {
  return isWithin(known, asked) && (known.schemes.size > 0 || asked.schemes.size === 0);
}

function setOf(alternatives: readonly Alternative[]): string {
  const texts = alternatives.map(({ schemes }) =>
    canonical([...schemes].map(([key, scopes]) => [key, [...scopes].sort()]).sort()),
  );
  return [...new Set(texts)].sort().join();
}

interface WireForm {
  /** Equal for schemes that look the same on the wire. */
  key: string;
  words: string;
  /** A key in a header. */
  isHeader: boolean;
}

export function wireForm(document: OpenApiDocument, name: string): WireForm {
  const declared = componentMap(document, 'securitySchemes').get(name);
  const { type, in: where, name: field, scheme } = locate(document, declared, '').value;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  // Names of headers and of HTTP's own schemes are case-insensitive, those of query parameters and cookies are not.
  const key = where === 'header' ? text(field).toLowerCase() : text(field);
  const parts: Record<string, string[]> = {
    apiKey: [text(where), key],
    http: [text(scheme).toLowerCase()],
  };
  const sort = text(type);
  return {
    key: canonical([sort, ...(parts[sort] ?? []), ...(sort === '' ? [name] : [])]),
    words: [sort, text(where), text(field), text(scheme)].filter((word) => word !== '').join(' ') || name,
    isHeader: sort === 'apiKey' && where === 'header',
  };
}

function list(alternatives: readonly Alternative[]): string {
  return alternatives.map(({ words }) => code(words)).join(' or ');
}
