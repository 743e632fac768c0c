// From a complete request to a complete answer: what the mock was told, or what the document has for it, or a refusal.
import type { Answer } from '../answering/answer.ts';
import { isProblem, type Preferences } from '../answering/choose.ts';
import type { ToldAnswer } from '../control/told-answer.ts';
import type { ToldAnswers } from '../control/told-answers.ts';
import { type Operation, operationName } from '../declared/operations.ts';
import type { MockRequest } from '../judging/request.ts';
import { credentialsOf } from '../judging/security.ts';
import type { Responder } from '../responder.ts';
import type { Lifecycle } from '../stateful/index.ts';
import type { Fault } from '../traffic/faults.ts';
import type { Count, RateLimiter } from '../traffic/rate-limit.ts';
import { type HttpAnswer, refuse, refuseAsDeclared, written } from './http-answer.ts';
import { parsePrefer } from './prefer.ts';
import { BODY_LIMIT, type IncomingRequest, readJson, readRequest } from './request.ts';
import { answerAsTold, isWanted, withToldHeaders } from './told.ts';
import { tooMany } from './too-many.ts';
import { sentence, withViolations } from './validation-errors.ts';
import { violationsHeader } from './violations-header.ts';

/** What answers are made of. */
export interface Parts {
  responder: Responder;
  told: ToldAnswers;
  lifecycle?: Lifecycle | undefined;
  limiter?: RateLimiter | undefined;
  latency: () => number;
}

/** An answer, and what it is an answer to. */
export interface Outcome {
  answer: HttpAnswer;
  operation?: string;
  /** Why the request was refused. */
  refused?: string;
  /** Milliseconds. */
  delay?: number;
  fault?: Fault;
}

/** A request that is for an operation. */
interface Call {
  request: MockRequest;
  operation: Operation;
  preferences: Preferences;
  /** Why its body is no JSON, though it is said to be. */
  malformed?: string;
  isForeign: boolean;
}

export async function answer(incoming: IncomingRequest, parts: Parts): Promise<Outcome> {
  const call = read(incoming, parts.responder);
  if ('answer' in call) return call;
  const operation = operationName(call.operation);
  const count = parts.limiter?.count(credentialsOf(call.operation, call.request));
  const outcome: Outcome = count?.isOver
    ? tooMany(call.operation, count, parts.responder)
    : await answerCall(call, parts);
  const delay = (outcome.delay ?? 0) + parts.latency();
  return { ...outcome, answer: counted(outcome.answer, count), operation, ...(delay > 0 && { delay }) };
}

function read(incoming: IncomingRequest, responder: Responder): Call | Outcome {
  if (incoming.isTooLarge) return refusal(413, `The request body is larger than ${BODY_LIMIT} bytes`);
  let request: MockRequest;
  let preferences: Preferences;
  try {
    request = readRequest(incoming);
    preferences = parsePrefer(incoming.headers.prefer);
  } catch (error) {
    return refusal(400, (error as Error).message);
  }
  const operation = responder.find(request);
  let malformed: string | undefined;
  try {
    request.json = readJson(incoming);
  } catch (error) {
    malformed = `The request body is not valid JSON: ${(error as Error).message}`;
  }
  if (!isProblem(operation)) {
    const { isForeign } = incoming;
    return { request, operation, preferences, isForeign, ...(malformed && { malformed }) };
  }
  if (malformed !== undefined) return refusal(400, malformed);
  const { status, detail, allow } = operation;
  const unknown = refusal(status, detail);
  if (allow === undefined) return unknown;
  return { ...unknown, answer: { ...unknown.answer, headers: { ...unknown.answer.headers, allow } } };
}

function counted(answer: HttpAnswer, count: Count | undefined): HttpAnswer {
  return count ? { ...answer, headers: { ...answer.headers, ...count.headers } } : answer;
}

/** An error, a delay or a fault comes whatever the request is worth; a success is for a valid one, and waits for it. */
async function answerCall(call: Call, parts: Parts): Promise<Outcome> {
  const { told, responder } = parts;
  const next = told.next(call.operation);
  if (next && isWanted(next, 'error')) {
    told.take(call.operation);
    return modified({ answer: answerAsTold(next, call, responder) }, next);
  }
  if (next && !isWanted(next, 'success')) {
    told.take(call.operation);
    return modified(await asDocumented(call, parts), next);
  }
  if (!next) return asDocumented(call, parts);
  const outcome = await asDocumented(call, { responder });
  if (outcome.refused !== undefined) return outcome;
  told.take(call.operation);
  return modified({ answer: answerAsTold(next, call, responder) }, next);
}

function modified({ answer, ...rest }: Outcome, told: ToldAnswer): Outcome {
  const { delay, fault } = told;
  return {
    ...rest,
    answer: withToldHeaders(answer, told),
    ...(delay !== undefined && { delay }),
    ...(fault && { fault }),
  };
}

/** What the document has for it, or a stateful mock. */
async function asDocumented(
  call: Call,
  { responder, lifecycle }: Pick<Parts, 'responder' | 'lifecycle'>,
): Promise<Outcome> {
  const { request, operation, preferences, malformed } = call;
  if (malformed !== undefined) {
    return { answer: refuseAsDeclared(400, malformed, operation, responder), refused: malformed };
  }
  const result = await responder.answer(operation, request, preferences);
  const { violations } = result;
  const errors = violations.filter(({ severity }) => severity === 0);
  const refused = errors.length > 0 && { refused: sentence(errors) };
  if (isProblem(result))
    return { ...refusal(result.status, refused ? refused.refused : result.detail), ...refused };
  const { answer } = result;
  // Who prefers an answer gets it from the document, and nothing is remembered of the call.
  if (lifecycle && answer.status < 300 && Object.keys(preferences).length === 0) {
    const remembered = await asRemembered(call, answer, { responder, lifecycle });
    if (remembered) return remembered;
  }
  const { value, schema } = answer.body ?? {};
  const isValid = (said: unknown) => schema === undefined || responder.isValid(schema, said);
  const body = answer.status === 401 ? value : withViolations(value, violations, isValid);
  const header = violationsHeader({ request: violations, response: answer.violations });
  const { headers, ...rest } = written(answer, body);
  return { answer: { ...rest, headers: { ...headers, ...header } }, ...refused };
}

/** Undefined where nothing is remembered of such calls. */
async function asRemembered(
  { operation, request, isForeign }: Call,
  answer: Answer,
  { responder, lifecycle }: { responder: Responder; lifecycle: Lifecycle },
): Promise<Outcome | undefined> {
  const refuseWith = (status: number, refused: string): Outcome => ({
    answer: refuseAsDeclared(status, refused, operation, responder),
    refused,
  });
  const id = operation.id ?? '';
  if (!lifecycle.remembers(id)) return undefined;
  if (isForeign)
    return refuseWith(403, 'What the mock remembers is for pages and programs of its own machine');
  const outcome = await lifecycle.respond(id, request, answer.body?.value);
  if (outcome && 'refused' in outcome) return refuseWith(400, outcome.refused);
  return outcome && { answer: written(answer, outcome.body) };
}

function refusal(status: number, why: string): Outcome {
  return { answer: refuse(status, why), refused: why };
}
