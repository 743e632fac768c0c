// Judges values by the schemas of one document, each by its JSON Pointer: by JSON Schema 2020-12 as OpenAPI 3.1 says, and in time
// that grows with a text's length and no faster. No reference is written out: the validator knows the document as a whole.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { walk } from '@agentsource/openapi/walk';
import dateTime from '@stoplight/prism-http/dist/validator/validators/dateTime.js';
import type { CodeOptions, ErrorObject, Options, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { DataValidationCxt } from 'ajv/dist/types/index.js';
import addFormats from 'ajv-formats';
import { typesSaid } from '../declared/schemas.ts';
import { hasMark, withoutRequired } from '../declared/visibility.ts';

export interface Judge {
  /** What is wrong with a value that came with a request. */
  request(schema: string, value: unknown): ErrorObject[];
  /** What is wrong with a value of an answer, and by which schema. */
  answer(schema: string, value: unknown): ErrorObject[];
  /** Text, or a list or an object of texts, with its texts read as the types that the schema asks for. */
  typed(schema: string, value: unknown): unknown;
  /** The value without its members that are `writeOnly`. */
  shown(schema: string, value: unknown): unknown;
  /** Why nothing is judged by a schema: it does not compile. */
  problem(schema: string): string | undefined;
}

const ID = 'openapi:/document';

/** @param regExp runs the document's patterns. */
export function createJudge(document: OpenApiDocument, regExp: CodeOptions['regExp']): Judge {
  const code = { regExp } as CodeOptions;
  const request = validators(() => ajvOf(withoutRequired(document, 'readOnly'), { code }));
  const answer = validators(() => ajvOf(withoutRequired(document, 'writeOnly'), { code, verbose: true }));
  const coercing = validators(() => ajvOf(withTypes(document), { code, coerceTypes: 'array' }));
  const omitting = validators(() => addOmission(ajvOf(document, { code })));
  const omits = hasMark(document, 'writeOnly');
  const errors = ({ validate }: Compiled, value: unknown): ErrorObject[] =>
    validate === undefined || validate(value) ? [] : [...(validate.errors ?? [])];
  return {
    request: (schema, value) => errors(request(schema), value),
    answer: (schema, value) => errors(answer(schema), value),
    typed: (schema, value) => changed(coercing(schema), value),
    shown: (schema, value) => (omits ? changed(omitting(schema), value) : value),
    problem: (schema) => request(schema).problem,
  };
}

interface Compiled {
  /** Undefined where the schema can't be compiled, so that nothing is judged by it. */
  validate?: ValidateFunction;
  problem?: string;
}

/** Compiles each schema once, and nothing before it is asked for. */
function validators(create: () => Ajv2020): (schema: string) => Compiled {
  let ajv: Ajv2020 | undefined;
  const known = new Map<string, Compiled>();
  return (schema) => {
    ajv ??= create();
    const compiled = known.get(schema) ?? compile(ajv, schema);
    known.set(schema, compiled);
    return compiled;
  };
}

function compile(ajv: Ajv2020, schema: string): Compiled {
  const fragment = schema.split('/').map(encodeURIComponent).join('/');
  try {
    const validate = ajv.getSchema(`${ID}#${fragment}`);
    return validate ? { validate: validate as ValidateFunction } : { problem: 'there is no such schema' };
  } catch (error) {
    return { problem: String((error as Error).message).split('\n')[0] as string };
  }
}

function ajvOf(document: OpenApiDocument, options: Options): Ajv2020 {
  const ajv = new Ajv2020({
    ...options,
    allErrors: true,
    strict: false,
    validateSchema: false,
    logger: false,
    // Otherwise an optional property "constructor" is there in every object.
    ownProperties: true,
  });
  addFormats.default(ajv);
  // Prism takes more than RFC 3339, and so does the service.
  ajv.addFormat('date-time', dateTime.fmtDef(dateTime.date_time, dateTime.compareDateTime));
  return ajv.addSchema({ ...document, $id: ID });
}

/** The keyword takes the value that it stands beside out of the object that holds it. */
function addOmission(ajv: Ajv2020): Ajv2020 {
  ajv.removeKeyword('writeOnly');
  return ajv.addKeyword({
    keyword: 'writeOnly',
    schemaType: 'boolean',
    modifying: true,
    errors: false,
    validate: (isOmitted: boolean, _value: unknown, _schema?: object, at?: Partial<DataValidationCxt>) => {
      const { parentData, parentDataProperty = '' } = at ?? {};
      if (isOmitted && typeof parentData === 'object' && parentData !== null && !Array.isArray(parentData)) {
        delete (parentData as Record<string, unknown>)[parentDataProperty];
      }
      return true;
    },
  });
}

/** The value as a validator leaves it that changes what it validates. */
function changed({ validate }: Compiled, value: unknown): unknown {
  const holder: { value?: unknown } = { value: structuredClone(value) };
  validate?.(holder.value, {
    instancePath: '',
    parentData: holder,
    parentDataProperty: 'value',
    rootData: holder as Record<string, unknown>,
    dynamicAnchors: {},
  });
  return holder.value;
}

/** A value listed in `enum` says its type as well as `type` does, and only by `type` is text read. */
function withTypes(document: OpenApiDocument): OpenApiDocument {
  const copy = structuredClone(document);
  walk(copy, {
    schema: (schema) => {
      const types = typesSaid(schema);
      if (schema.type === undefined && types.length > 0 && (schema.const ?? schema.enum) !== undefined)
        schema.type = types;
    },
  });
  return copy;
}
