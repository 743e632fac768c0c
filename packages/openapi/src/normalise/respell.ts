// Generic rules for oddities that any version of the document may have or lack. No hit is fine; hits are reported.
import type { Hit, OpenApiDocument, Report } from '../document.ts';
import { gate } from '../gate/index.ts';
import type { JsonObject } from '../json.ts';
import { child } from '../pointer.ts';
import { markSlowPatterns } from '../slow-patterns.ts';
import { operationsOf, walk } from '../walk.ts';
import { spellBooleanSchemas } from './boolean-schemas.ts';
import { normaliseDiscriminator } from './discriminator.ts';
import { dropUnknownFields } from './fields.ts';
import { normaliseNullable } from './nullable.ts';
import { normaliseOperationIds } from './operation-ids.ts';
import { dropUnsendableParameters } from './parameter-names.ts';
import { inlinePathItems } from './path-items.ts';
import { normalisePathParameters } from './path-parameters.ts';
import { encodePaths } from './paths.ts';
import { normalisePattern } from './pattern.ts';
import { normaliseExclusiveBounds, normaliseTuple, removeUnknownKeywords } from './schema.ts';

/** A rule for one schema, changed in place. Order matters: spellings first, then what depends on them. */
const SCHEMA_RULES: ((
  schema: JsonObject,
  pointer: string,
  report: Report,
  document: OpenApiDocument,
) => void)[] = [
  removeUnknownKeywords,
  normaliseExclusiveBounds,
  normaliseTuple,
  normaliseNullable,
  normalisePattern,
  normaliseDiscriminator,
];

/**
 * The same document in the one spelling that the tools behind us digest, and what was respelled where. Examples stay, right or not.
 *
 * @param name what to call the document in a message.
 * @throws {UnreadableError} where the gate refuses it.
 */
export function respell(
  vendored: OpenApiDocument,
  name = 'the document',
): { document: OpenApiDocument; hits: Hit[] } {
  const document = structuredClone(vendored);
  const hits: Hit[] = [];
  const report = reportTo(hits);
  gate(document, name, report);
  declareVersion31(document, report);
  dropUnknownFields(document, report);
  spellBooleanSchemas(document, report);
  inlinePathItems(document, report);
  encodePaths(document, report);
  dropUnsendableParameters(document, report);
  normaliseOperationIds(document, report);
  normalisePathParameters(document, report);
  for (const { operation, pointer } of operationsOf(document)) dedupeSecurity(operation, pointer, report);
  dedupeSecurity(document, '', report);
  walk(document, {
    response: (response, pointer) => describe(response, pointer, report),
    parameter: (parameter, pointer) => describeValue(parameter, pointer, report),
    schema: (schema, pointer) => {
      for (const rule of SCHEMA_RULES) rule(schema, pointer, report, document);
    },
  });
  hits.push(...markSlowPatterns(document));
  return { document, hits };
}

export function reportTo(hits: Hit[]): Report {
  return (rule, pointer, detail) => hits.push({ rule, pointer, detail });
}

function declareVersion31(document: OpenApiDocument, report: Report): void {
  if (document.openapi.startsWith('3.1.')) return;
  report('openapi-3.1', '/openapi', `${document.openapi} read as 3.1.0`);
  document.openapi = '3.1.0';
}

/** Many documents leave it out, and nobody needs it. */
function describe(response: JsonObject, pointer: string, report: Report): void {
  if (typeof response.description === 'string') return;
  report('description', pointer, 'a response without description');
  response.description = '';
}

/** Whatever it stands for, it is written as text. */
function describeValue(parameter: JsonObject, pointer: string, report: Report): void {
  if (parameter.schema !== undefined || parameter.content !== undefined) return;
  report('parameter', pointer, 'neither schema nor content; read as a text');
  parameter.schema = { type: 'string' };
}

function dedupeSecurity(holder: JsonObject, pointer: string, report: Report): void {
  if (!Array.isArray(holder.security)) return;
  const seen = new Set<string>();
  const unique = holder.security.filter((requirement) => {
    const key = JSON.stringify(requirement);
    return !seen.has(key) && seen.add(key);
  });
  const doubled = holder.security.length - unique.length;
  if (doubled === 0) return;
  report('duplicate-security', child(pointer, 'security'), `${doubled} repeated requirement(s) dropped`);
  holder.security = unique;
}
