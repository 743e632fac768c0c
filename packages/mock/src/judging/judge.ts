// Judges values by schemas, by JSON Schema 2020-12 as OpenAPI 3.1 says, and in time that grows with a text's length and no faster.
import { linearRegExps, regExpEngine } from '@agentsource/openapi/linear-regexp';
import dateTime from '@stoplight/prism-http/dist/validator/validators/dateTime.js';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** By the schema, which never changes. `bundled` holds the schemas that it refers to. */
type Judge = (value: unknown, schema: object, bundled: unknown) => ErrorObject[];

export const judge: Judge = createJudge({ coerceTypes: false });

/** What travels as text, in a path, query, header or form, is read as what its schema describes, in place. */
export const judgeText: Judge = createJudge({ coerceTypes: true });

function createJudge(options: { coerceTypes: boolean }): Judge {
  const ajv = new Ajv2020({
    ...options,
    allErrors: true,
    strict: false,
    validateSchema: false,
    logger: false,
    code: { regExp: regExpEngine(linearRegExps()) },
    // Otherwise an optional property "constructor" is there in every object.
    ownProperties: true,
  });
  addFormats.default(ajv);
  // Prism takes more than RFC 3339, and so does the service.
  ajv.addFormat('date-time', dateTime.fmtDef(dateTime.date_time, dateTime.compareDateTime));
  const compiled = new WeakMap<object, ValidateFunction>();
  return (value, schema, bundled) => {
    let validate = compiled.get(schema);
    if (validate === undefined) {
      validate = ajv.compile({ ...schema, __bundled__: bundled });
      compiled.set(schema, validate);
    }
    return validate(value) ? [] : (validate.errors ?? []);
  };
}
