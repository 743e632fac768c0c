// Validates values against the schemas of a document (JSON Schema 2020-12 by ajv), by JSON Pointer.
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OpenApiDocument } from './document.ts';
import { hideData } from './gate/data.ts';
import { isObject, type Json } from './json.ts';
import { checkablePatterns } from './patterns/checkable.ts';
import { resolve } from './references.ts';
import { walk } from './walk.ts';

interface Violation {
  /** Where in the value, as a JSON Pointer; empty for the value itself. */
  pointer: string;
  message: string;
}

export interface SchemaValidator {
  /**
   * Every way in which the value violates the schema at the pointer; throws when the schema itself can't be compiled. A pattern is
   * run in linear time; one that can't be, and is marked as slow, is not checked. A property that is `readOnly` or `writeOnly` may
   * be missing though it be required: in a request or in an answer it is not there.
   */
  violations(schemaPointer: string, value: Json): Violation[];
}

const DOCUMENT_ID = 'openapi:/document';

export function createSchemaValidator(document: OpenApiDocument): SchemaValidator {
  const checkable = checkablePatterns(document);
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    validateSchema: false,
    logger: false,
    // Errors bring the schema that they are of.
    verbose: true,
    // Making less code takes longer than running it: most schemas check one value or two.
    code: { regExp: checkable.regExp, optimize: false },
    // Otherwise an optional property "constructor" is there in every object.
    ownProperties: true,
  });
  addFormats.default(ajv);
  const { document: hidden, revealConstants } = hideData(checkable.document);
  walk(hidden, { schema: revealConstants });
  ajv.addSchema({ $id: DOCUMENT_ID, ...hidden });
  return {
    violations(schemaPointer, value) {
      const fragment = schemaPointer.split('/').map(encodeURIComponent).join('/');
      const validate = ajv.getSchema(`${DOCUMENT_ID}#${fragment}`);
      if (!validate) throw new Error(`no schema at ${schemaPointer}`);
      if (validate(value) === true) return [];
      return (validate.errors ?? []).filter((error) => !isOfOneWay(document, error)).map(toViolation);
    },
  };
}

function isOfOneWay(document: OpenApiDocument, { keyword, params, parentSchema }: ErrorObject): boolean {
  const properties: Json | undefined = parentSchema?.properties;
  if (keyword !== 'required' || !isObject(properties)) return false;
  const property = resolve(document, properties[params.missingProperty])?.value;
  return property?.readOnly === true || property?.writeOnly === true;
}

function toViolation(error: ErrorObject): Violation {
  const extra = error.params.additionalProperty ?? error.params.unevaluatedProperty;
  const detail = extra === undefined ? '' : ` ("${extra}")`;
  // A real pattern can be 40 kB long; a message is for a person.
  const message = (error.message ?? error.keyword).slice(0, 200);
  return { pointer: error.instancePath, message: `${message}${detail}` };
}
