// What is wrong with a request by the document, told by the options that were typed, before anything is sent.
import { requestProblems } from '@agentsource/client/validate';
import type { Operation, OperationOption } from './operation.ts';
import type { OperationRequest } from './request.ts';

/** A line for each problem; none where the request satisfies the document. */
export function problemsOf(operation: Operation, { params, body }: OperationRequest): string[] {
  const { method, path } = operation;
  // The package's own table has no other paths than the document.
  const checked = {
    body: operation.body?.mediaType.includes('json') ? bodyOr(operation, body) : undefined,
    params,
  };
  const found = requestProblems(method, path as Parameters<typeof requestProblems>[1], checked);
  return [
    ...found.map(({ loc, msg }) => `${placeOf(operation, loc)}: ${msg}`),
    ...missing(operation, { params, body }),
  ];
}

/** Where nothing of it was typed, the body's fields are what is missing, not the body. */
function bodyOr({ body: declared, options }: Operation, body: unknown): unknown {
  const isOfFields = declared?.kind === 'fields' && options.some((one) => one.in === 'body' && one.required);
  return body === undefined && declared?.required && isOfFields ? {} : body;
}

function placeOf({ options }: Operation, loc: readonly (string | number)[]): string {
  const [location, name, ...rest] = loc;
  const option = options.find((one) => one.in === location && one.name === name);
  if (option === undefined) return loc.length === 1 && location === 'body' ? '--body' : loc.join('.');
  return `--${option.flag}${rest.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('')}`;
}

/** Of what is not checked by the document's schemas: headers, cookies, and bodies that are not JSON. */
function missing({ options, body: declared }: Operation, { params, body }: OperationRequest): string[] {
  const isJson = declared === null || /json/.test(declared.mediaType);
  const isMissing = ({ in: location, name, required }: OperationOption) => {
    if (!required || location === 'path' || location === 'query') return false;
    if (location !== 'body') return params[location][name] === undefined;
    return !isJson && (body as Record<string, unknown> | undefined)?.[name] === undefined;
  };
  const lines = options.filter(isMissing).map(({ flag }) => `--${flag}: Field required`);
  const isWithoutBody = declared?.required === true && !isJson && body === undefined;
  return isWithoutBody && lines.length === 0 ? ['--body: Field required'] : lines;
}
