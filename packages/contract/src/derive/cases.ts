// Every case of an operation: what is sent, and what must come back. Pure: no server is asked.
import { type Content, type Json, type JsonObject, isJson, type Operation, type Parameter, type Subject } from '../document.ts';
import { createValidator } from '../validator.ts';
import { type Constraints, constraintsOf, type Judge } from './constraints.ts';
import type { Context } from './schema.ts';

export type Kind =
  | 'example'
  | 'accepted'
  | 'refused'
  | 'no body'
  | 'content type'
  | 'no key'
  | 'status'
  | 'generated'
  | 'undeclared';

export interface Request {
  method: string;
  path: string;
  parameters: Record<Parameter['in'], Record<string, Json>>;
  body: Json | undefined;
  contentType: string | undefined;
  key: 'sent' | 'left out';
  prefer: string | undefined;
}

export type Expectation =
  /** Accepted, and answered as the document declares for this status. */
  | { outcome: 'answered'; status: number; example: Json | undefined; isGenerated: boolean }
  /** Refused because of what is at this place of the request. */
  | { outcome: 'refused'; statuses: readonly number[]; otherwise: number; location: readonly string[] | undefined }
  /** Nothing that the document knows. */
  | { outcome: 'unknown'; status: number };

export interface Case {
  operation: Operation;
  kind: Kind;
  name: string;
  request: Request;
  expect: Expectation;
}

export interface Suite {
  subject: Subject;
  cases: Case[];
  /** What the document declares and no case covers; any makes the run fail. */
  gaps: Finding[];
  /** Constraints that can't be violated alone, because the schema around them allows it anyway. */
  shadowed: Finding[];
  /** Constraints that have their cases. */
  covered: Finding[];
}

export interface Finding {
  operation: Operation;
  /** A constraint as "pointer keyword", and what is wrong with it; or a declaration in words. */
  what: string;
}

/** How the mock chooses what to answer a refused request with: the first of these that is declared. */
const INVALID = { statuses: [422, 400], otherwise: 422 } as const;
const UNSUPPORTED_MEDIA_TYPE = { statuses: [415, 422, 400], otherwise: 415 } as const;
const UNAUTHORISED = { statuses: [401], otherwise: 401 } as const;

export function deriveSuite(subject: Subject): Suite {
  const context: Context = { document: subject.document, validator: createValidator(subject.document) };
  const suite: Suite = { subject, cases: [], gaps: [], shadowed: [], covered: [] };
  for (const operation of subject.operations) {
    for (const what of operation.unsupported) suite.gaps.push({ operation, what });
    deriveOperation(context, operation, suite);
  }
  return suite;
}

function deriveOperation(context: Context, operation: Operation, suite: Suite): void {
  const add = (kind: Kind, name: string, request: Request, expect: Expectation) =>
    suite.cases.push({ operation, kind, name, request, expect });
  const note = (constraints: Constraints) => {
    for (const list of ['gaps', 'shadowed', 'covered'] as const) {
      for (const what of constraints[list]) suite[list].push({ operation, what });
    }
  };
  const parameters = operation.parameters.map((parameter) => {
    const constraints = constraintsOf(context, parameter.schema, parameter.example, judgeParameter(context, parameter));
    note(constraints);
    return { parameter, constraints };
  });
  const content = operation.body?.contents.find(({ mediaType }) => isJson(mediaType));
  const body = content?.schema === undefined ? undefined : constraintsOf(context, content.schema, content.examples[0]?.value, {
    isValid: (value) => context.validator.isValid(content.schema ?? '', value),
  });
  if (body) note(body);
  const valid: Request = {
    method: operation.method,
    path: operation.path,
    parameters: { path: {}, query: {}, header: {} },
    body: body?.base,
    contentType: undefined,
    key: 'sent',
    prefer: undefined,
  };
  for (const { parameter, constraints } of parameters) {
    if (constraints.base !== undefined && parameter.required) valid.parameters[parameter.in][parameter.name] = constraints.base;
  }
  const success = Math.min(...operation.responses.map(({ status }) => status).filter((status) => status >= 200 && status < 300));
  if (!Number.isFinite(success)) suite.gaps.push({ operation, what: 'no successful response' });
  const answered = (status: number, example?: Json): Expectation => ({
    outcome: 'answered', status, example: example ?? contentOf(operation, status)?.examples[0]?.value, isGenerated: false });

  add('example', 'the valid example', valid, answered(success));
  for (const { name, value } of content?.examples.slice(1) ?? []) add('example', name, { ...valid, body: value }, answered(success));
  for (const variant of body?.variants ?? []) {
    const name = `${variant.at || 'the body'} ${variant.keyword}: ${variant.what}`;
    const request = { ...valid, body: variant.value };
    if (variant.side === 'accepted') add('accepted', name, request, answered(success));
    else add('refused', name, request, { outcome: 'refused', ...INVALID, location: ['body', ...variant.at.split('/').slice(1)] });
  }
  for (const { parameter, constraints } of parameters) {
    const where = `${parameter.in} ${parameter.name}`;
    const location = [parameter.in, parameter.name.toLowerCase()];
    for (const variant of constraints.variants) {
      const request = withParameter(valid, parameter, variant.value);
      if (variant.side === 'accepted') add('accepted', `${where} ${variant.keyword}: ${variant.what}`, request, answered(success));
      else add('refused', `${where} ${variant.keyword}: ${variant.what}`, request, { outcome: 'refused', ...INVALID, location });
    }
    if (parameter.in === 'path') continue;
    const request = withParameter(valid, parameter, undefined);
    if (parameter.required) add('refused', `without ${where}`, request, { outcome: 'refused', ...INVALID, location: [parameter.in] });
    else add('accepted', `without ${where}`, request, answered(success));
  }
  if (operation.body) {
    const request = { ...valid, body: undefined };
    if (operation.body.required) add('no body', 'no body', request, { outcome: 'refused', ...INVALID, location: undefined });
    else add('no body', 'no body', request, answered(success));
  }
  if (body && content) {
    add('content type', 'text/plain', { ...valid, contentType: 'text/plain' }, { outcome: 'refused', ...UNSUPPORTED_MEDIA_TYPE, location: undefined });
  } else if (!operation.body && operation.method !== 'get' && operation.method !== 'head') {
    add('content type', 'a body where none is declared', { ...valid, body: {} }, { outcome: 'refused', ...UNSUPPORTED_MEDIA_TYPE, location: undefined });
  }
  const keyless: Request = { ...valid, key: 'left out' };
  if (operation.keyHeader === undefined) add('no key', 'open to everyone', keyless, answered(success));
  else add('no key', 'refused', keyless, { outcome: 'refused', ...UNAUTHORISED, location: undefined });
  for (const response of operation.responses) {
    const examples = contentOf(operation, response.status)?.examples ?? [];
    add('status', String(response.status), { ...valid, prefer: `code=${response.status}` }, answered(response.status));
    for (const { name, value } of examples) {
      add('status', `${response.status} ${name}`, { ...valid, prefer: `code=${response.status}, example=${name}` }, answered(response.status, value));
    }
    if (contentOf(operation, response.status)?.schema === undefined) continue;
    for (const seed of SEEDS) {
      add('generated', `${response.status}, seed ${seed}`, { ...valid, prefer: `code=${response.status}, dynamic=true, seed=${seed}` },
        { outcome: 'answered', status: response.status, example: undefined, isGenerated: true });
    }
  }
  const declared = new Set(operation.responses.map(({ status }) => status));
  for (const status of COMMON_STATUSES.filter((code) => !declared.has(code))) {
    add('undeclared', `status ${status}`, { ...valid, prefer: `code=${status}` }, { outcome: 'unknown', status: 404 });
  }
  for (const method of METHODS) {
    if (suite.subject.operations.some((other) => other.method === method && samePlace(other.path, operation.path))) continue;
    if (operation !== suite.subject.operations.find(({ path }) => path === operation.path)) continue;
    add('undeclared', `method ${method}`, { ...valid, method, body: method === 'get' ? undefined : valid.body }, { outcome: 'unknown', status: 405 });
  }
}

/** Enough for each of two alternatives to show in some answer. */
const SEEDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const COMMON_STATUSES = [201, 202, 204, 400, 401, 403, 404, 409, 422, 429, 500, 503];
const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

/** Whether one of the two templates could match the other's URL. */
function samePlace(one: string, other: string): boolean {
  const left = one.split('/');
  const right = other.split('/');
  return left.length === right.length && left.every((part, index) => part === right[index] || part.startsWith('{') || right[index]?.startsWith('{'));
}

function contentOf(operation: Operation, status: number): Content | undefined {
  return operation.responses.find((response) => response.status === status)?.contents[0];
}

function withParameter(request: Request, parameter: Parameter, value: Json | undefined): Request {
  const { [parameter.name]: _, ...rest } = request.parameters[parameter.in];
  const changed: JsonObject = value === undefined ? rest : { ...rest, [parameter.name]: value };
  return { ...request, parameters: { ...request.parameters, [parameter.in]: changed } };
}

/** A parameter travels as text: only what has a text form can be sent, and it is judged as the reader of the text would. */
function judgeParameter(context: Context, parameter: Parameter): Judge {
  const scalar = (value: Json) => ['string', 'number', 'boolean'].includes(typeof value) && value !== '';
  return {
    isSendable: (value) => scalar(value) || (parameter.in === 'query' && Array.isArray(value) && value.length > 0 && value.every(scalar)),
    isValid: (value) => context.validator.isValidText(parameter.schema, Array.isArray(value) ? value.map(String) : String(value)),
  };
}
