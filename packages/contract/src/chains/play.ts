// Plays one sequence of calls against a server that remembers, and says what of its answers contradicts the document or the calls before.
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { check } from '../check/check.ts';
import { parse } from '../check/text.ts';
import type { Case } from '../derive/case.ts';
import { answered } from '../derive/expectation.ts';
import type { Suite } from '../derive/suite.ts';
import type { Operation } from '../operation/operation.ts';
import { responseFor } from '../operation/responses.ts';
import { nameOf } from '../table.ts';
import type { Validator } from '../validator.ts';
import type { Exchange, Send } from '../wire/send.ts';
import { Model } from './model.ts';
import type { Resource, Role } from './resources.ts';

/** A call, by numbers that mean something whatever the document: which operation, which of its valid requests, of which thing. */
export interface Step {
  operation: number;
  request: number;
  thing: number;
}

export interface Players {
  suite: Suite;
  resources: readonly Resource[];
  send: Send;
  validator: Validator;
}

/** The first problem, with the calls that led to it; undefined where there is none. */
export async function play(players: Players, steps: readonly Step[]): Promise<string | undefined> {
  const models = new Map(players.resources.map((resource) => [resource, new Model()]));
  const calls: string[] = [];
  for (const step of steps) {
    const call = callOf(players, models, step);
    if (!call) continue;
    calls.push(`${nameOf(call.subject)}${call.name === undefined ? '' : ` (${call.name})`}`);
    const problems = [
      ...(await problemsOf(players, models, call)),
      ...(await listingProblems(players, models)),
    ];
    if (problems.length > 0) return `${calls.join(', ')}: ${problems.join('; ')}`;
  }
  return undefined;
}

interface Call {
  subject: Case;
  resource: Resource | undefined;
  role: Role | undefined;
  /** The thing that is meant, where the caller names it. */
  name: string | undefined;
}

/** The valid requests of an operation, as they are, without what asks for an answer in particular. */
export function validRequests({ cases }: Suite, operation: Operation): Case[] {
  return cases.filter(
    ({ operation: own, kind, expect, request }) =>
      own === operation &&
      (kind === 'example' || kind === 'accepted') &&
      expect.outcome === 'answered' &&
      request.prefer === undefined,
  );
}

function callOf({ suite, resources }: Players, models: Map<Resource, Model>, step: Step): Call | undefined {
  const { operations } = suite.subject;
  const operation = operations[step.operation % operations.length];
  const requests = operation ? validRequests(suite, operation) : [];
  const subject = requests[step.request % requests.length];
  if (!operation || !subject) return undefined;
  const resource = resources.find(({ roles }) => roles.has(operation));
  const role = resource?.roles.get(operation);
  if (!resource || role === 'list') return { subject, resource, role, name: undefined };
  if (role === 'make' && resource.isGiven) return { subject, resource, role, name: undefined };
  const name = nameFor(models.get(resource) as Model, resource, subject, step.thing);
  return { subject: withName(subject, resource.key, name), resource, role, name };
}

/** One that there is, one that there is no more, or the example's. */
function nameFor({ things, ended }: Model, { key }: Resource, { request }: Case, thing: number): string {
  const own = request.parameters.path[key] ?? (isObject(request.body) ? request.body[key] : undefined);
  const names = [...things.keys(), ...ended, String(own)];
  return names[thing % names.length] as string;
}

function withName(subject: Case, key: string, name: string): Case {
  const { request } = subject;
  const { body, parameters } = request;
  const path = Object.hasOwn(parameters.path, key) ? { ...parameters.path, [key]: name } : parameters.path;
  const isInBody = isObject(body) && Object.hasOwn(body, key);
  return {
    ...subject,
    request: {
      ...request,
      parameters: { ...parameters, path },
      body: isInBody ? { ...body, [key]: name } : body,
    },
  };
}

async function problemsOf(
  players: Players,
  models: Map<Resource, Model>,
  { subject, resource, role, name }: Call,
): Promise<string[]> {
  const exchange = await players.send(subject);
  const documented = await documentedProblems(players, subject, exchange);
  const model = resource && models.get(resource);
  if (documented.length > 0 || !resource || !model) return documented;
  const body = asObject(parse(exchange.text));
  const sent = asObject(subject.request.body);
  const { request_context: _, ...said } = sent;
  switch (role) {
    case 'make': {
      const made = String(resource.isGiven ? body[resource.key] : name);
      if (resource.isGiven && model.things.has(made)) return [`${made} was there before`];
      // What it answers of a thing holds from then on, unless it is about the call.
      const { response_context: __, ...answer } = body;
      model.put(made, { ...answer, ...said, [resource.key]: made });
      return [];
    }
    case 'change':
      if (model.things.has(name as string)) model.put(name as string, said);
      return [];
    case 'end':
      model.end(name as string);
      return [];
    case 'read':
      return readProblems(model, exchange, body, name as string);
    default:
      return [];
  }
}

function readProblems(model: Model, { status }: Exchange, body: JsonObject, name: string): string[] {
  const thing = model.things.get(name);
  if (thing)
    return status < 300 ? model.thingProblems(body, thing, name) : [`${name} can't be read: ${status}`];
  return status < 300
    ? [`${name} can be read, which ${model.ended.has(name) ? 'was ended' : 'nobody made'}`]
    : [];
}

/** Whatever is remembered, an answer is one that the document declares; which of them it is, is for the sequence to say. */
async function documentedProblems(
  { validator }: Players,
  subject: Case,
  exchange: Exchange,
): Promise<string[]> {
  const { operation, expect } = subject;
  const isDeclared = responseFor(operation.responses, exchange.status) !== undefined;
  const status = isDeclared && exchange.status < 500 && expect.outcome === 'answered' ? exchange.status : 200;
  const expected = { ...answered(operation, status), example: undefined };
  const verdict = await check({ ...subject, expect: expected }, exchange, validator);
  return verdict.outcome === 'failed' ? verdict.problems : [];
}

/** After each call, every listing is asked for. */
async function listingProblems(players: Players, models: Map<Resource, Model>): Promise<string[]> {
  const problems: string[] = [];
  for (const [resource, model] of models) {
    const [operation] = [...resource.roles].find(([, role]) => role === 'list') ?? [];
    const [subject] = operation ? validRequests(players.suite, operation) : [];
    if (!subject || resource.listed === undefined) continue;
    const exchange = await players.send(subject);
    problems.push(...(await documentedProblems(players, subject, exchange)));
    problems.push(...model.listingProblems(asObject(parse(exchange.text))[resource.listed], resource.key));
  }
  return problems;
}

function asObject(value: Json | unknown): JsonObject {
  return isObject(value as Json) ? (value as JsonObject) : {};
}
