// Validates values against the schemas of a document (JSON Schema 2020-12 by ajv), by JSON Pointer.
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OpenApiDocument } from './document.ts';
import { hideData } from './gate/data.ts';
import type { Json } from './json.ts';
import { leaveOutPatterns } from './patterns/leave-out.ts';
import { linearRegExps, regExpEngine } from './patterns/linear-regexp.ts';
import { slowPatternsOf } from './slow-patterns.ts';
import { walk } from './walk.ts';

interface Violation {
  /** Where in the value, as a JSON Pointer; empty for the value itself. */
  pointer: string;
  message: string;
}

export interface SchemaValidator {
  /**
   * Every way in which the value violates the schema at the pointer; throws when the schema itself can't be compiled. A pattern is
   * run in linear time; one that can't be, and is marked as slow, is not checked.
   */
  violations(schemaPointer: string, value: Json): Violation[];
}

const DOCUMENT_ID = 'openapi:/document';

export function createSchemaValidator(document: OpenApiDocument): SchemaValidator {
  const linear = linearRegExps();
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    validateSchema: false,
    logger: false,
    code: { regExp: regExpEngine(linear) },
    // Otherwise an optional property "constructor" is there in every object.
    ownProperties: true,
  });
  addFormats.default(ajv);
  const slow = slowPatternsOf(document).map(({ pattern }) => pattern);
  const unchecked = new Set(slow.filter((pattern) => linear(pattern) === undefined));
  const { document: hidden, revealConstants } = hideData(leaveOutPatterns(document, unchecked));
  walk(hidden, { schema: revealConstants });
  ajv.addSchema({ $id: DOCUMENT_ID, ...hidden });
  return {
    violations(schemaPointer, value) {
      const fragment = schemaPointer.split('/').map(encodeURIComponent).join('/');
      const validate = ajv.getSchema(`${DOCUMENT_ID}#${fragment}`);
      if (!validate) throw new Error(`no schema at ${schemaPointer}`);
      return validate(value) === true ? [] : (validate.errors ?? []).map(toViolation);
    },
  };
}

function toViolation(error: ErrorObject): Violation {
  const extra = error.params.additionalProperty ?? error.params.unevaluatedProperty;
  const detail = extra === undefined ? '' : ` ("${extra}")`;
  // A real pattern can be 40 kB long; a message is for a person.
  const message = (error.message ?? error.keyword).slice(0, 200);
  return { pointer: error.instancePath, message: `${message}${detail}` };
}
