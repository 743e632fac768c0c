// Prism puts what a reference refers to in the reference's place, and takes longer than anybody waits where references to
// references multiply: components that all refer to each other, or a chain of schemas each of which names the next one twice.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { Json, JsonObject } from '@agentsource/openapi/json';
import { get } from '@agentsource/openapi/pointer';
import { MockError } from '../errors.ts';

/** Objects and lists: for this many, Prism needs some seconds. The largest real documents come to a tenth of it. */
const MOST = 200_000;

/** @throws {MockError} when the document would become too large. */
export function refuseMultiplied(document: OpenApiDocument, name: string): void {
  const ancestors = new Set<Json>();
  const targets = new Map<string, Json | undefined>();
  let count = 0;
  const targetOf = ($ref: string) => {
    if (!targets.has($ref)) targets.set($ref, get(document, $ref));
    return targets.get($ref);
  };
  /** `first` is the reference that led into what is being counted. */
  const visit = (value: Json, first?: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const { $ref } = value as JsonObject;
    const reference = first ?? (typeof $ref === 'string' ? $ref : undefined);
    const target = typeof $ref === 'string' ? targetOf($ref) : value;
    // What contains itself is not put in again.
    if (typeof target !== 'object' || target === null || ancestors.has(target)) return;
    count += 1;
    if (count > MOST) throw tooLarge(name, reference);
    ancestors.add(target);
    for (const inner of Object.values(target)) visit(inner, reference);
    ancestors.delete(target);
  };
  visit(document);
}

function tooLarge(name: string, reference = '#'): MockError {
  return new MockError(
    `${name}: ${reference.slice(1)}: the schemas in it name each other so often that, each written out where it is named, they ` +
      `make more than ${MOST} objects, for which Prism would need too long; serve a copy of the document without them`,
  );
}
