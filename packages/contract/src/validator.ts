// Judges values by the document's schemas (JSON Schema 2020-12); what is derived counts only when this agrees.
import { isDeepStrictEqual } from 'node:util';
import { checkablePatterns } from '@agentsource/openapi/checkable-patterns';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { hideData } from '@agentsource/openapi/gate/data';
import { isObject, type Json } from '@agentsource/openapi/json';
import { child, get } from '@agentsource/openapi/pointer';
import { walk } from '@agentsource/openapi/walk';
import { Ajv2020, type Options } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { type Direction, isHidden, shown, viewOf } from './direction.ts';

export interface Validator {
  isValid(schema: string, value: Json): boolean;
  /** The same for what travels as text in a path, query or header: "1" may be read as the number. */
  isValidText(schema: string, value: Json): boolean;
  /** The first thing wrong, for a person; undefined when the value is valid. */
  problem(schema: string, value: Json): string | undefined;
  /** Whether nothing of the value is what does not travel in this direction. */
  isShown(schema: string, value: Json): boolean;
  /** Declared properties, required or not, that the value lacks, as JSON Pointers. */
  absentProperties(schema: string, value: Json): string[];
}

const ID = 'openapi:/document';

export function createValidator(whole: OpenApiDocument, direction: Direction): Validator {
  const document = viewOf(whole, direction);
  const hidesNothing = document === whole;
  const exact = compileWith(document, {});
  const coercing = compileWith(document, { coerceTypes: true });
  return {
    isValid: (schema, value) => exact(`${ID}${fragment(schema)}`)(value) === true,
    isValidText(schema, value) {
      // Coercion happens in place, so it needs a holder.
      const validate = coercing({
        type: 'object',
        properties: { value: { $ref: `${ID}${fragment(schema)}` } },
      });
      return validate({ value: structuredClone(value) }) === true;
    },
    problem(schema, value) {
      const validate = exact(`${ID}${fragment(schema)}`);
      if (validate(value) === true) return undefined;
      const [error] = validate.errors ?? [];
      return `${error?.instancePath || 'the value'} ${error?.message?.slice(0, 200)}`;
    },
    isShown: (schema, value) =>
      hidesNothing || isDeepStrictEqual(shown(whole, schema, value, direction), value),
    absentProperties: (schema, value) => absent(whole, schema, value, ''),
  };
}

function compileWith(document: OpenApiDocument, options: Options) {
  const { document: checkable, regExp } = checkablePatterns(document);
  const common: Options = {
    strict: false,
    validateSchema: false,
    logger: false,
    ownProperties: true,
    code: { regExp },
  };
  const ajv = new Ajv2020({ ...common, ...options });
  addFormats.default(ajv);
  const { document: hidden, revealConstants } = hideData(checkable);
  walk(hidden, { schema: revealConstants });
  ajv.addSchema({ $id: ID, ...hidden });
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>();
  return (schema: string | object) => {
    const key = JSON.stringify(schema);
    let validate = compiled.get(key);
    if (!validate) {
      validate = typeof schema === 'string' ? ajv.getSchema(schema) : ajv.compile(schema);
      if (!validate) throw new Error(`no schema at ${schema}`);
      compiled.set(key, validate);
    }
    return validate;
  };
}

function fragment(pointer: string): string {
  return `#${pointer.split('/').map(encodeURIComponent).join('/')}`;
}

/** Through `$ref`, `allOf`, properties and items; which alternative of an `anyOf` was meant nobody can tell. */
function absent(document: OpenApiDocument, pointer: string, value: Json, at: string): string[] {
  const schema = get(document, pointer);
  if (!isObject(schema)) return [];
  const within = (inner: string) => absent(document, inner, value, at);
  const found = typeof schema.$ref === 'string' ? within(schema.$ref.slice(1)) : [];
  if (Array.isArray(schema.allOf))
    found.push(...schema.allOf.flatMap((_, index) => within(child(child(pointer, 'allOf'), index))));
  if (Array.isArray(value) && isObject(schema.items)) {
    found.push(
      ...value.flatMap((item, index) => absent(document, child(pointer, 'items'), item, child(at, index))),
    );
  }
  if (isObject(value) && isObject(schema.properties)) {
    for (const name of Object.keys(schema.properties)) {
      if (isHidden(document, child(child(pointer, 'properties'), name), 'response')) continue;
      const inner = Object.hasOwn(value, name) ? value[name] : undefined;
      if (inner === undefined) found.push(child(at, name));
      else found.push(...absent(document, child(child(pointer, 'properties'), name), inner, child(at, name)));
    }
  }
  return found;
}
