// What the cases of one operation are varied from: a valid request, and what its parts are constrained by.
import type { Json } from '@agentsource/openapi/json';
import type { Content } from '../operation/contents.ts';
import { formatOf } from '../operation/media-type.ts';
import type { Operation } from '../operation/operation.ts';
import type { Parameter } from '../operation/parameters.ts';
import type { Uncovered } from '../operation/reading.ts';
import { successOf } from '../operation/responses.ts';
import { usualCredentials } from '../operation/security.ts';
import type { Request } from './case.ts';
import { type Constraints, constraintsOf } from './constraints.ts';
import { judgeBody, judgeParameter } from './judge.ts';
import type { Context } from './schema.ts';

/** A body in one of the media types that are declared for it. */
export interface Body {
  content: Content;
  constraints: Constraints;
}

export interface Basis {
  operation: Operation;
  /** JSON first; only those that a valid value could be derived for. */
  bodies: Body[];
  parameters: { parameter: Parameter; constraints: Constraints }[];
  valid: Request;
  /** The status that a valid request is answered with. */
  success: number;
}

/** What an operation's cases start from, and what there is no case for. */
export interface BasisFound {
  /** Undefined where the operation can't be called. */
  basis: Basis | undefined;
  constraints: Constraints[];
  gaps: Uncovered[];
}

export function basisOf(context: Context, operation: Operation): BasisFound {
  const parameters = operation.parameters.map((parameter) => ({
    parameter,
    constraints: constraintsOf(context, parameter.schema, {
      examples: [parameter.example],
      judge: judgeParameter(context, parameter),
    }),
  }));
  const { bodies, gaps } = bodiesOf(context, operation);
  const success = successOf(operation.responses);
  const why = whyNotCalled(operation, { bodies, parameters, success });
  return {
    basis:
      why === undefined && success !== undefined
        ? { operation, bodies, parameters, valid: validRequest(operation, bodies, parameters), success }
        : undefined,
    constraints: [...bodies, ...parameters].map(({ constraints }) => constraints),
    gaps: [...gaps, ...(why === undefined ? [] : [{ what: 'the operation as a whole', why }])],
  };
}

function bodiesOf(context: Context, { body, method }: Operation): { bodies: Body[]; gaps: Uncovered[] } {
  const gaps: Uncovered[] = [];
  const skip = ({ mediaType }: Content, why: string): [] => {
    gaps.push({ what: `request body ${mediaType}`, why });
    return [];
  };
  const bodies = (body?.contents ?? []).flatMap((content): Body[] => {
    const format = formatOf(content.mediaType);
    if (method === 'get' || method === 'head')
      return skip(content, `fetch sends no body with ${method.toUpperCase()}`);
    if (format === undefined) return skip(content, 'the suite does not write it');
    const found = constraintsOfBody(context, content);
    if (found.base === undefined) {
      gaps.push(...found.gaps);
      return [];
    }
    return [{ content, constraints: found }];
  });
  const isJson = ({ content }: Body) => formatOf(content.mediaType) === 'json';
  return { bodies: [...bodies.filter(isJson), ...bodies.filter((one) => !isJson(one))], gaps };
}

function constraintsOfBody(context: Context, content: Content): Constraints {
  const examples = content.examples.map(({ value }) => value);
  if (content.schema !== undefined) {
    return constraintsOf(context, content.schema, { examples, judge: judgeBody(context, content) });
  }
  const [base = unconstrained(content)] = examples;
  return { base, variants: [], covered: [], gaps: [], shadowed: [] };
}

/** A value where no schema says what it is. */
function unconstrained({ mediaType }: Content): Json {
  const format = formatOf(mediaType);
  return format === 'text' || format === 'bytes' ? 'text0' : { text: 'text0' };
}

function whyNotCalled(
  { notCalled, body }: Operation,
  { bodies, parameters, success }: Pick<Basis, 'bodies' | 'parameters'> & { success: number | undefined },
): string | undefined {
  if (notCalled !== undefined) return notCalled;
  if (success === undefined) return 'no answer is declared';
  if (body?.required && bodies.length === 0) return 'no valid body could be derived, and one is required';
  const missing = parameters.find(
    ({ parameter, constraints }) => parameter.required && constraints.base === undefined,
  );
  return missing && `no valid value of the required parameter ${missing.parameter.name} could be derived`;
}

/** The body, and of the parameters what is required. */
function validRequest(
  { method, path, security }: Operation,
  [body]: Body[],
  parameters: Basis['parameters'],
): Request {
  const values: Request['parameters'] = { path: {}, query: {}, header: {}, cookie: {} };
  for (const { parameter, constraints } of parameters) {
    if (parameter.required && constraints.base !== undefined) {
      values[parameter.in][parameter.name] = constraints.base;
    }
  }
  return {
    method,
    path,
    parameters: values,
    body: body?.constraints.base,
    content: body?.content,
    contentType: undefined,
    credentials: usualCredentials(security),
    prefer: undefined,
    accept: undefined,
  };
}
