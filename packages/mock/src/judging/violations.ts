// What is wrong with a request or an answer, in Prism's words and with what the schema's validator said of it.
import type { ErrorObject } from 'ajv';

/** As the header `sl-violations` lists it. */
export interface Violation {
  /** Such as `['body', 'prospect_ids', '0']`; absent when it is about the body or the key as a whole. */
  path?: (string | number)[];
  /** The violated JSON Schema keyword, or a status. */
  code: string | number;
  message: string;
  /** 0 is an error, 1 a warning. */
  severity: 0 | 1;
  /** Of a media type: whether it is none, whatever the document declares. */
  isMalformed?: boolean;
  /** What a schema says; absent for a wrong media type, a missing key, a missing body. */
  found?: SchemaViolation;
}

/** A violation of a schema. */
interface SchemaViolation {
  /** As ajv reports it, but for `instancePath`, which leads into `values`. */
  error: Pick<ErrorObject, 'instancePath' | 'keyword' | 'params'>;
  /** What was judged, by where it stands: what travels as text has been read as what its schema describes by then. */
  values: Record<string, unknown>;
}

/** Where a value stands: in which part of the message, and, unless it is the whole part, under which name. */
export interface Place {
  side: 'request' | 'response';
  part: 'body' | 'header' | 'query' | 'path' | 'cookie';
  name?: string;
}

export function schemaViolations(errors: readonly ErrorObject[], value: unknown, place: Place): Violation[] {
  const { part, name } = place;
  const values = name === undefined ? { [part]: value } : { [part]: { [name]: value } };
  return errors.map((error) => {
    const { instancePath, keyword, params } = error;
    const inside = instancePath.split('/').filter((segment) => segment !== '');
    // Prism knows a parameter by its name in lower case.
    const path = name === undefined ? inside : [name.toLowerCase(), ...inside];
    const at = `/${part}${name === undefined ? '' : `/${escaped(name)}`}${instancePath}`;
    return {
      path: [part, ...path],
      code: keyword,
      message: sentence(error, path, place),
      severity: 0,
      found: { error: { instancePath: at, keyword, params }, values },
    };
  });
}

/** As Prism says it. */
function sentence({ params, message }: ErrorObject, path: readonly string[], { side, part }: Place): string {
  const what = path.length === 0 ? '' : `${part === 'body' ? 'property' : 'parameter'} ${path.join('.')} `;
  const allowed = Array.isArray(params.allowedValues) ? `: ${params.allowedValues.join(', ')}` : '';
  const additional = params.additionalProperty === undefined ? '' : `; found '${params.additionalProperty}'`;
  const unevaluated = params.unevaluatedProperty === undefined ? '' : `: '${params.unevaluatedProperty}'`;
  const subject = `${side === 'request' ? 'Request' : 'Response'} ${part}`;
  return `${subject} ${what}${message ?? ''}${allowed}${additional}${unevaluated}`;
}

/** A parameter that is not there. */
export function missing(name: string, place: Place): Violation[] {
  const lower = name.toLowerCase();
  const [violation] = schemaViolations([requiredError(lower)], {}, place);
  if (violation?.found) violation.found.error.params = { missingProperty: name };
  return violation ? [violation] : [];
}

function requiredError(missingProperty: string): ErrorObject {
  return {
    instancePath: '',
    schemaPath: '',
    keyword: 'required',
    params: { missingProperty },
    message: `must have required property '${missingProperty}'`,
  };
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
