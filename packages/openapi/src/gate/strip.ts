// Takes out of a document what nothing here reads and a library might act on, and says what was taken.
import type { OpenApiDocument, Report } from '../document.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { child, get } from '../pointer.ts';
import { walk } from '../walk.ts';

/** Dialects that are what we take every schema for. Another one might give keywords another meaning, but not to us. */
const DIALECTS = new Set([
  'https://json-schema.org/draft/2020-12/schema',
  'https://spec.openapis.org/oas/3.1/dialect/base',
]);

export function strip(document: OpenApiDocument, report: Report): void {
  stripExtensions(document, report);
  stripDialect(document, 'jsonSchemaDialect', '', report);
  const anchors = anchorsOf(document);
  walk(document, {
    reference: (holder, pointer) => decodeReference(document, holder, pointer, report),
    example: (example, pointer) => {
      if ('externalValue' in example) remove(example, 'externalValue', pointer, 'external-value', report);
    },
    response: (response, pointer) => stripLinks(response.links, child(pointer, 'links'), report),
    schema: (schema, pointer) => {
      stripDialect(schema, '$schema', pointer, report);
      resolveAnchors(schema, pointer, anchors, report);
      decodeReference(document, schema, pointer, report);
      spellMapping(document, schema, pointer, report);
    },
  });
  const components = isObject(document.components) ? document.components : {};
  stripLinks(components.links, '/components/links', report);
}

function remove(holder: JsonObject, key: string, pointer: string, rule: string, report: Report): void {
  report(rule, child(pointer, key), `"${key}" is not read; dropped`);
  delete holder[key];
}

/** One line for each name, since some documents have thousands. */
function stripExtensions(document: OpenApiDocument, report: Report): void {
  const found = new Map<string, { count: number; first: string }>();
  walk(document, {
    extension: (holder, name, pointer) => {
      const known = found.get(name);
      found.set(name, { count: (known?.count ?? 0) + 1, first: known?.first ?? child(pointer, name) });
      delete holder[name];
    },
  });
  for (const [name, { count, first }] of found) {
    const more = count > 1 ? `, here and at ${count - 1} other place(s)` : '';
    report('extension', first, `"${name}" is not read; dropped${more}`);
  }
}

function stripDialect(holder: JsonObject, key: string, pointer: string, report: Report): void {
  const dialect = holder[key];
  if (dialect === undefined || DIALECTS.has(String(dialect).replace(/#$/, ''))) return;
  report('dialect', child(pointer, key), `${JSON.stringify(dialect)} read as JSON Schema 2020-12`);
  delete holder[key];
}

/** A link whose operation is named by a reference has none any more, and says nothing without. */
function stripLinks(links: Json | undefined, pointer: string, report: Report): void {
  if (!isObject(links)) return;
  for (const [name, link] of Object.entries(links)) {
    if (!isObject(link) || !('operationRef' in link)) continue;
    report('operation-ref', child(pointer, name), 'a link by operationRef is not followed; dropped');
    delete links[name];
  }
}

/** JSON Pointers by `$anchor` or `$dynamicAnchor`. */
function anchorsOf(document: OpenApiDocument): Map<string, string> {
  const anchors = new Map<string, string>();
  walk(document, {
    schema: ({ $anchor, $dynamicAnchor }, pointer) => {
      for (const anchor of [$anchor, $dynamicAnchor]) {
        if (typeof anchor === 'string') anchors.set(`#${anchor}`, `#${pointer}`);
      }
    },
  });
  return anchors;
}

/** Names that a schema gives itself go, and references by such a name are spelled as pointers, which alone everybody follows. */
function resolveAnchors(
  schema: JsonObject,
  pointer: string,
  anchors: ReadonlyMap<string, string>,
  report: Report,
): void {
  for (const keyword of ['$id', '$anchor', '$dynamicAnchor', '$vocabulary']) {
    if (typeof schema[keyword] === 'string' || isObject(schema[keyword])) {
      remove(schema, keyword, pointer, 'schema-id', report);
    }
  }
  for (const keyword of ['$ref', '$dynamicRef']) {
    const reference = schema[keyword];
    if (typeof reference !== 'string') continue;
    const target = anchors.get(reference) ?? reference;
    if (keyword === '$ref' && target === reference) continue;
    delete schema[keyword];
    schema.$ref = target;
    report('anchor', child(pointer, '$ref'), `${keyword} ${JSON.stringify(reference)} spelled as a pointer`);
  }
}

/** A reference is a URI, in which `{` may be written as `%7B`; nobody behind us reads it so. */
function decodeReference(
  document: OpenApiDocument,
  holder: JsonObject,
  pointer: string,
  report: Report,
): void {
  const { $ref } = holder;
  if (typeof $ref !== 'string' || !/%[0-9a-f]{2}/i.test($ref) || get(document, $ref) !== undefined) return;
  const decoded = $ref.replaceAll(/(?:%[0-9a-f]{2})+/gi, (code) => {
    try {
      return decodeURIComponent(code);
    } catch {
      return code;
    }
  });
  if (get(document, decoded) === undefined) return;
  report('reference', child(pointer, '$ref'), `${JSON.stringify($ref)} spelled without percent signs`);
  holder.$ref = decoded;
}

/** `mapping: { dog: Dog }`, by the name of a component, means the same as by reference. */
function spellMapping(
  document: OpenApiDocument,
  { discriminator }: JsonObject,
  pointer: string,
  report: Report,
): void {
  if (!isObject(discriminator) || !isObject(discriminator.mapping)) return;
  const { mapping } = discriminator;
  for (const [value, name] of Object.entries(mapping)) {
    if (typeof name !== 'string' || !/^[\w.-]+$/.test(name)) continue;
    const target = child('#/components/schemas', name);
    if (get(document, target) === undefined) continue;
    mapping[value] = target;
    const at = child(child(child(pointer, 'discriminator'), 'mapping'), value);
    report('discriminator-mapping', at, `"${name}" spelled as a reference`);
  }
}
