// Every case of an operation: what is sent, and what must come back. Pure: no server is asked.
import { keysOf } from '@agentsource/openapi/pointer';
import {
  type Content,
  type DeclaredResponse,
  isJson,
  type Json,
  type JsonObject,
  type Operation,
  type Parameter,
  type Subject,
} from '../document.ts';
import { createValidator } from '../validator.ts';
import { type Constraints, constraintsOf, type Judge } from './constraints.ts';
import type { Context } from './schema.ts';
import type { Variant } from './variants.ts';

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
  | {
      outcome: 'refused';
      statuses: readonly number[];
      otherwise: number;
      location: readonly string[] | undefined;
    }
  /** Nothing that the document knows. */
  | { outcome: 'unknown'; status: number };

export interface Case {
  operation: Operation;
  kind: Kind;
  name: string;
  request: Request;
  expect: Expectation;
  /** What of the body was varied; undefined where the body is the valid one. */
  variant: Variant | undefined;
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

/** Collects the cases of one operation. */
type Add = (kind: Kind, name: string, request: Request, expect: Expectation, variant?: Variant) => void;

interface Derived {
  operation: Operation;
  body: Constraints | undefined;
  bodyContent: Content | undefined;
  parameters: { parameter: Parameter; constraints: Constraints }[];
  valid: Request;
  success: number;
}

function deriveOperation(context: Context, operation: Operation, suite: Suite): void {
  const add: Add = (kind, name, request, expect, variant) =>
    suite.cases.push({ operation, kind, name, request, expect, variant });
  const derived = derive(context, operation);
  for (const constraints of [derived.body, ...derived.parameters.map(({ constraints }) => constraints)]) {
    for (const list of ['gaps', 'shadowed', 'covered'] as const) {
      for (const what of constraints?.[list] ?? []) suite[list].push({ operation, what });
    }
  }
  if (!Number.isFinite(derived.success)) suite.gaps.push({ operation, what: 'no successful response' });
  addExamples(derived, add);
  addBody(derived, add);
  for (const { parameter, constraints } of derived.parameters)
    addParameter(derived, parameter, constraints, add);
  addKey(derived, add);
  for (const response of operation.responses) addStatus(derived, response, add);
  addUndeclaredStatuses(derived, add);
  addUndeclaredMethods(derived, suite.subject.operations, add);
}

function derive(context: Context, operation: Operation): Derived {
  const parameters = operation.parameters.map((parameter) => ({
    parameter,
    constraints: constraintsOf(
      context,
      parameter.schema,
      parameter.example,
      judgeParameter(context, parameter),
    ),
  }));
  const bodyContent = operation.body?.contents.find(({ mediaType }) => isJson(mediaType));
  const schema = bodyContent?.schema;
  const isValid = (value: Json) => schema === undefined || context.validator.isValid(schema, value);
  const body =
    schema === undefined
      ? undefined
      : constraintsOf(context, schema, bodyContent?.examples[0]?.value, { isValid });
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
    if (parameter.required && constraints.base !== undefined) {
      valid.parameters[parameter.in][parameter.name] = constraints.base;
    }
  }
  const statuses = operation.responses.map(({ status }) => status);
  const success = Math.min(...statuses.filter((status) => status >= 200 && status < 300));
  return { operation, body, bodyContent, parameters, valid, success };
}

function addExamples({ operation, bodyContent, valid, success }: Derived, add: Add): void {
  add('example', 'the valid example', valid, answered(operation, success));
  for (const { name, value } of bodyContent?.examples.slice(1) ?? []) {
    add('example', name, { ...valid, body: value }, answered(operation, success));
  }
}

function addBody({ operation, body, bodyContent, valid, success }: Derived, add: Add): void {
  for (const variant of body?.variants ?? []) {
    const name = `${variant.at || 'the body'} ${variant.keyword}: ${variant.what}`;
    const request = { ...valid, body: variant.value };
    const location = ['body', ...keysOf(variant.at)];
    if (variant.side === 'accepted') add('accepted', name, request, answered(operation, success), variant);
    else add('refused', name, request, refused(INVALID, location), variant);
  }
  if (operation.body) {
    const expect = operation.body.required ? refused(INVALID) : answered(operation, success);
    add('no body', 'no body', { ...valid, body: undefined }, expect);
  }
  if (bodyContent) {
    add(
      'content type',
      'text/plain',
      { ...valid, contentType: 'text/plain' },
      refused(UNSUPPORTED_MEDIA_TYPE),
    );
  } else if (operation.method !== 'get' && operation.method !== 'head') {
    add(
      'content type',
      'a body where none is declared',
      { ...valid, body: {} },
      refused(UNSUPPORTED_MEDIA_TYPE),
    );
  }
}

function addParameter(
  { operation, valid, success }: Derived,
  parameter: Parameter,
  { variants }: Constraints,
  add: Add,
): void {
  const where = `${parameter.in} ${parameter.name}`;
  for (const variant of variants) {
    const name = `${where} ${variant.keyword}: ${variant.what}`;
    const request = withParameter(valid, parameter, variant.value);
    if (variant.side === 'accepted') add('accepted', name, request, answered(operation, success));
    else add('refused', name, request, refused(INVALID, [parameter.in, parameter.name.toLowerCase()]));
  }
  // Without a path parameter it is another path.
  if (parameter.in === 'path') return;
  const request = withParameter(valid, parameter, undefined);
  if (parameter.required) add('refused', `without ${where}`, request, refused(INVALID, [parameter.in]));
  else add('accepted', `without ${where}`, request, answered(operation, success));
}

function addKey({ operation, valid, success }: Derived, add: Add): void {
  const request: Request = { ...valid, key: 'left out' };
  if (operation.keyHeader === undefined)
    add('no key', 'open to everyone', request, answered(operation, success));
  else add('no key', 'refused', request, refused(UNAUTHORISED));
}

function addStatus(
  { operation, valid }: Derived,
  { status, contents: [content] }: DeclaredResponse,
  add: Add,
): void {
  add('status', String(status), { ...valid, prefer: `code=${status}` }, answered(operation, status));
  for (const { name, value } of content?.examples ?? []) {
    const prefer = `code=${status}, example=${name}`;
    add(
      'status',
      `${status} ${name}`,
      { ...valid, prefer },
      { ...answered(operation, status), example: value },
    );
  }
  if (content?.schema === undefined) return;
  for (const seed of SEEDS) {
    const prefer = `code=${status}, dynamic=true, seed=${seed}`;
    const expect = { ...answered(operation, status), example: undefined, isGenerated: true };
    add('generated', `${status}, seed ${seed}`, { ...valid, prefer }, expect);
  }
}

function addUndeclaredStatuses({ operation, valid }: Derived, add: Add): void {
  for (const status of COMMON_STATUSES) {
    if (operation.responses.some((response) => response.status === status)) continue;
    add(
      'undeclared',
      `status ${status}`,
      { ...valid, prefer: `code=${status}` },
      { outcome: 'unknown', status: 404 },
    );
  }
}

/** Once for each path, and not where another path's template matches the same URL. */
function addUndeclaredMethods(
  { operation, valid }: Derived,
  operations: readonly Operation[],
  add: Add,
): void {
  if (operation !== operations.find(({ path }) => path === operation.path)) return;
  for (const method of METHODS) {
    if (operations.some((other) => other.method === method && mayMatch(other.path, operation.path))) continue;
    const request = { ...valid, method, body: method === 'get' ? undefined : valid.body };
    add('undeclared', `method ${method}`, request, { outcome: 'unknown', status: 405 });
  }
}

function answered(operation: Operation, status: number): Expectation & { outcome: 'answered' } {
  const response = operation.responses.find((candidate) => candidate.status === status);
  return {
    outcome: 'answered',
    status,
    example: response?.contents[0]?.examples[0]?.value,
    isGenerated: false,
  };
}

function refused(
  answer: { statuses: readonly number[]; otherwise: number },
  location?: readonly string[],
): Expectation & { outcome: 'refused' } {
  return { outcome: 'refused', ...answer, location };
}

/** Enough for each of two alternatives to show in some answer. */
const SEEDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const COMMON_STATUSES = [201, 202, 204, 400, 401, 403, 404, 409, 422, 429, 500, 503];
const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

/** Whether one of the two templates could match the other's URL. */
function mayMatch(one: string, other: string): boolean {
  const left = one.split('/');
  const right = other.split('/');
  return (
    left.length === right.length &&
    left.every(
      (part, index) => part === right[index] || part.startsWith('{') || right[index]?.startsWith('{'),
    )
  );
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
    isSendable: (value) =>
      scalar(value) ||
      (parameter.in === 'query' && Array.isArray(value) && value.length > 0 && value.every(scalar)),
    isValid: (value) =>
      context.validator.isValidText(
        parameter.schema,
        Array.isArray(value) ? value.map(String) : String(value),
      ),
  };
}
