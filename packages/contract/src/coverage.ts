// What the document declares, counted without the derivation, and which of it has no case.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child, get, keysOf } from '@agentsource/openapi/pointer';
import { walkSchema } from '@agentsource/openapi/walk';
import type { Case } from './derive/case.ts';
import { constrains } from './derive/keywords/unvaried.ts';
import { STOPPED } from './derive/limits.ts';
import type { Finding, Gap, Suite } from './derive/suite.ts';
import { isHidden } from './direction.ts';
import type { Operation } from './operation/operation.ts';

/** Everything declared without a case; empty when the suite covers the document. */
export function uncovered(suite: Suite): Gap[] {
  const found = [...suite.gaps];
  for (const operation of suite.subject.operations) {
    const own = suite.cases.filter((subject) => subject.operation === operation);
    // That it is not called, and why, is found already.
    if (own.length === 0) continue;
    const facts = [...suite.covered, ...suite.shadowed, ...suite.gaps].filter(
      (known) => known.operation === operation,
    );
    const known = new Set(facts.map(({ what }) => what));
    const isExplained = (fact: string) =>
      known.has(fact) || givenUp(facts).some((place) => fact.startsWith(place));
    const missing = [
      ...declaredConstraints(suite.subject.document, operation, known).filter((fact) => !isExplained(fact)),
      ...declaredParts(own, operation),
    ];
    for (const what of missing) found.push({ operation, what, why: 'nothing was derived for it' });
  }
  return found;
}

/** Schemas that nothing was derived for: what is within them needs no line of its own. All of them where the derivation stopped. */
function givenUp(facts: readonly Finding[]): string[] {
  return facts.flatMap(({ what }) => {
    if (what.endsWith(STOPPED)) return [''];
    return what.endsWith(' instance') ? [what.slice(0, -' instance'.length)] : [];
  });
}

/** The constraints of everything that an operation's request reaches, as "pointer keyword". */
function declaredConstraints(
  document: OpenApiDocument,
  { parameters, body }: Operation,
  skipped: ReadonlySet<string>,
): string[] {
  const facts = new Set<string>();
  const seen = new Set<string>();
  const visit = (pointer: string) => {
    if (seen.has(pointer)) return;
    seen.add(pointer);
    const hidden: string[] = [];
    const found: { at: string; keywords: string[]; reference: string | undefined }[] = [];
    walkSchema(get(document, pointer), pointer, (schema, at) => {
      if (at !== pointer && isHidden(document, at, 'request')) hidden.push(`${at}/`);
      const keywords = Object.keys(schema).filter(
        (keyword) => constrains(keyword, schema[keyword] as Json) && !isMoot(document, at, schema, keyword),
      );
      found.push({
        at,
        keywords,
        reference: typeof schema.$ref === 'string' ? schema.$ref.slice(1) : undefined,
      });
    });
    for (const { at, keywords, reference } of found) {
      if (isCondition(keysOf(at.slice(pointer.length))) || hidden.some((place) => `${at}/`.startsWith(place)))
        continue;
      for (const keyword of keywords) facts.add(`${at} ${keyword}`);
      if (reference !== undefined) visit(reference);
    }
  };
  const written = (body?.contents ?? []).filter(({ mediaType }) => !skipped.has(`request body ${mediaType}`));
  for (const { schema } of [...parameters, ...written]) if (schema !== undefined) visit(schema);
  return [...facts];
}

/** What requires only what is not sent requires nothing. */
function isMoot(
  document: OpenApiDocument,
  pointer: string,
  { required }: JsonObject,
  keyword: string,
): boolean {
  const at = (name: Json) => child(child(pointer, 'properties'), String(name));
  return keyword === 'required' && itemsOf(required).every((name) => isHidden(document, at(name), 'request'));
}

const CONDITIONS = new Set(['not', 'if', 'contains', 'contentSchema', '$defs', 'definitions']);
const OF_NAMES = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions']);

/** Whether what is inside is no constraint of its own: it says what another keyword is about, or waits for a reference. */
function isCondition(keys: readonly string[]): boolean {
  let isName = false;
  for (const key of keys) {
    if (!isName && CONDITIONS.has(key)) return true;
    isName = !isName && OF_NAMES.has(key);
  }
  return false;
}

/** What an operation declares beside constraints, each with the kind of case that must be there. */
function declaredParts(own: readonly Case[], operation: Operation): string[] {
  const has = (kind: string, name: (text: string) => boolean = () => true) =>
    own.some((subject) => subject.kind === kind && name(subject.name));
  const missing: string[] = [];
  if (!has('example')) missing.push('no valid example');
  const { isOpen, isKnown } = operation.security;
  if ((isOpen || isKnown) && !has('no key')) missing.push('no case for the security requirement');
  if (operation.body && !has('no body')) missing.push('no case without a body');
  for (const { key } of operation.responses) {
    if (!has('status', (name) => name === key)) missing.push(`no case for status ${key}`);
  }
  for (const { name, in: where, required } of operation.parameters) {
    if (
      where !== 'path' &&
      !has(required ? 'refused' : 'accepted', (text) => text === `without ${where} ${name}`)
    ) {
      missing.push(`no case without parameter ${name}`);
    }
  }
  return missing;
}
