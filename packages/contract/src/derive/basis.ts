// What the cases of one operation are varied from: a valid request, and what its parts are constrained by.
import type { Json } from '@agentsource/openapi/json';
import { isJsonMediaType } from '@agentsource/openapi/media-type';
import type { Content, Operation, Parameter } from '../operation/operation.ts';
import type { Request } from './case.ts';
import { type Constraints, constraintsOf, type Judge } from './constraints.ts';
import type { Context } from './schema.ts';

export interface Basis {
  operation: Operation;
  body: Constraints | undefined;
  bodyContent: Content | undefined;
  parameters: { parameter: Parameter; constraints: Constraints }[];
  valid: Request;
  /** The lowest status of a success; infinite when none is declared. */
  success: number;
}

export function basisOf(context: Context, operation: Operation): Basis {
  const parameters = operation.parameters.map((parameter) => {
    const { schema, example } = parameter;
    return {
      parameter,
      constraints: constraintsOf(context, schema, example, judgeParameter(context, parameter)),
    };
  });
  const bodyContent = operation.body?.contents.find(({ mediaType }) => isJsonMediaType(mediaType));
  const body = constraintsOfBody(context, bodyContent);
  const statuses = operation.responses.map(({ status }) => status);
  return {
    operation,
    body,
    bodyContent,
    parameters,
    valid: validRequest(operation, body?.base, parameters),
    success: Math.min(...statuses.filter((status) => status >= 200 && status < 300)),
  };
}

function constraintsOfBody(context: Context, content: Content | undefined): Constraints | undefined {
  const schema = content?.schema;
  if (schema === undefined) return undefined;
  const isValid = (value: Json) => context.validator.isValid(schema, value);
  return constraintsOf(context, schema, content?.examples[0]?.value, { isValid });
}

/** The body, and of the parameters what is required. */
function validRequest(
  { method, path }: Operation,
  body: Json | undefined,
  parameters: Basis['parameters'],
): Request {
  const values: Request['parameters'] = { path: {}, query: {}, header: {} };
  for (const { parameter, constraints } of parameters) {
    if (parameter.required && constraints.base !== undefined) {
      values[parameter.in][parameter.name] = constraints.base;
    }
  }
  return { method, path, parameters: values, body, contentType: undefined, key: 'sent', prefer: undefined };
}

/** A parameter travels as text: only what has a text form can be sent, and it is judged as the reader of the text would. */
function judgeParameter({ validator }: Context, parameter: Parameter): Judge {
  const isScalar = (value: Json) => ['string', 'number', 'boolean'].includes(typeof value) && value !== '';
  const isList = (value: Json) => Array.isArray(value) && value.length > 0 && value.every(isScalar);
  return {
    isSendable: (value) => isScalar(value) || (parameter.in === 'query' && isList(value)),
    isValid: (value) =>
      validator.isValidText(parameter.schema, Array.isArray(value) ? value.map(String) : String(value)),
  };
}
