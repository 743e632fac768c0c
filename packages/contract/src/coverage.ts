// What the document declares, counted without the derivation, and which of it has no case.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { Json } from '@agentsource/openapi/json';
import { isJsonMediaType } from '@agentsource/openapi/media-type';
import { get } from '@agentsource/openapi/pointer';
import { walkSchema } from '@agentsource/openapi/walk';
import type { Finding, Suite } from './derive/suite.ts';
import type { Operation } from './operation/operation.ts';

/** Keywords that only arrange other schemas, whose own keywords are counted, or that say nothing about validity. */
const NOT_COUNTED = new Set(
  `$ref allOf anyOf oneOf properties items prefixItems title description default deprecated readOnly writeOnly example
  examples discriminator xml externalDocs $comment`.split(/\s+/),
);

/** Everything declared without a case; empty when the suite covers the document. */
export function uncovered(suite: Suite): Finding[] {
  const found = [...suite.gaps];
  const isKnown = (operation: Operation, fact: string) =>
    [...suite.covered, ...suite.shadowed].some(
      (known) => known.operation === operation && known.what === fact,
    ) || suite.gaps.some((gap) => gap.operation === operation && gap.what.startsWith(fact));
  for (const operation of suite.subject.operations) {
    const missing = [
      ...declaredConstraints(suite.subject.document, operation).filter((fact) => !isKnown(operation, fact)),
      ...declaredParts(suite, operation),
    ];
    for (const what of missing) found.push({ operation, what });
  }
  return found;
}

/** The constraints of everything that an operation's request reaches, as "pointer keyword". */
function declaredConstraints(document: OpenApiDocument, operation: Operation): string[] {
  const facts = new Set<string>();
  const seen = new Set<string>();
  const visit = (pointer: string) => {
    if (seen.has(pointer)) return;
    seen.add(pointer);
    walkSchema(get(document, pointer), pointer, (schema, at) => {
      if (typeof schema.$ref === 'string') visit(schema.$ref.slice(1));
      for (const [keyword, value] of Object.entries(schema)) {
        if (NOT_COUNTED.has(keyword) || keyword.startsWith('x-') || constrainsNothing(keyword, value))
          continue;
        facts.add(`${at} ${keyword}`);
      }
    });
  };
  for (const { schema } of operation.parameters) visit(schema);
  for (const { mediaType, schema } of operation.body?.contents ?? []) {
    if (schema !== undefined && isJsonMediaType(mediaType)) visit(schema);
  }
  return [...facts];
}

function constrainsNothing(keyword: string, value: Json): boolean {
  if (keyword === 'additionalProperties') return value !== false;
  return (
    (keyword === 'uniqueItems' && value === false) ||
    (keyword === 'required' && Array.isArray(value) && value.length === 0)
  );
}

/** What an operation declares beside constraints, each with the kind of case that must be there. */
function declaredParts({ cases }: Suite, operation: Operation): string[] {
  const own = cases.filter((subject) => subject.operation === operation);
  const has = (kind: string, name: (text: string) => boolean = () => true) =>
    own.some((subject) => subject.kind === kind && name(subject.name));
  const missing: string[] = [];
  if (!has('example')) missing.push('no valid example');
  if (!has('no key')) missing.push('no case for the security requirement');
  if (operation.body && !has('no body')) missing.push('no case without a body');
  for (const { status } of operation.responses) {
    if (!has('status', (name) => name.startsWith(String(status))))
      missing.push(`no case for status ${status}`);
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
