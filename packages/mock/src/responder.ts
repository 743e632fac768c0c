// Prism over the operations of one document: what each request is answered, in generated responses that satisfy their schema.
import type { Json } from '@agentsource/openapi/json';
import {
  findOperation,
  isProblem,
  type Preferences,
  type PrismProblem,
  type PrismRequest,
  type PrismResponse,
  type Question,
  requestViolations,
  respond,
  responseViolations,
} from './answering/choose.ts';
import { repair } from './answering/generate.ts';
import type { Operation, Operations } from './declared/operations.ts';
import type { Violation } from './judging/violations.ts';
import type { NonConformingOperation } from './non-conforming.ts';

export { isProblem, type Preferences, type PrismRequest } from './answering/choose.ts';
export type { Operation } from './declared/operations.ts';
export type { Violation } from './judging/violations.ts';

export interface PrismAnswer {
  operation: Operation;
  response: PrismResponse;
  violations: {
    request: Violation[];
    /** Empty, unless no response could be generated that satisfies its schema. */
    response: Violation[];
  };
}

/** A response, and how it violates its schema. */
interface Judged {
  response: PrismResponse;
  violations: Violation[];
}

/** Repaired responses kept; more than any document has operations. */
const REMEMBERED = 200;

export class Prism {
  readonly #operations: Operation[];
  readonly #reveal: Operations['reveal'];
  readonly #repairs = new Map<string, PrismResponse | undefined>();

  constructor({ operations, reveal }: Operations) {
    this.#operations = operations;
    this.#reveal = reveal;
  }

  get operationIds(): string[] {
    return this.#operations.map(({ iid = '' }) => iid);
  }

  /** What the document answers to a request, whether it is valid or not; a problem where the document declares nothing for it. */
  answer(request: PrismRequest, preferences: Preferences): PrismAnswer | PrismProblem {
    const operation = findOperation(this.#operations, request);
    if (isProblem(operation)) return operation;
    const violations = requestViolations(operation, request);
    return this.#answer({ operation, request, violations, preferences });
  }

  /** The response that the document declares for a status, whatever the request is worth; undefined when it declares none. */
  declared(request: PrismRequest, code: number): PrismResponse | undefined {
    const operation = findOperation(this.#operations, request);
    if (isProblem(operation)) return undefined;
    const response = this.#respond({ operation, request, violations: [], preferences: { code } });
    return isProblem(response) || response.statusCode !== code ? undefined : response;
  }

  /** Operations whose response to a valid request violates its own schema. */
  nonConformingOperations(): NonConformingOperation[] {
    return this.#operations.flatMap((operation) => {
      const { method, path } = operation;
      const request = { method: method as PrismRequest['method'], url: { path } };
      const result = this.#answer({ operation, request, preferences: {}, violations: [] });
      const reasons = isProblem(result)
        ? [result.detail]
        : result.violations.response.map(({ message }) => message);
      if (reasons.length === 0) return [];
      return [{ operation: `${method.toUpperCase()} ${path}`, reason: reasons.join('; ') }];
    });
  }

  #answer(question: Question): PrismAnswer | PrismProblem {
    const judged = this.#judgedResponse(question);
    if (isProblem(judged)) return judged;
    const { operation, violations: request } = question;
    return { operation, response: judged.response, violations: { request, response: judged.violations } };
  }

  #judgedResponse(question: Question): Judged | PrismProblem {
    const response = this.#respond(question);
    if (isProblem(response)) {
      // With any other status it is an answer; with this one, Prism failed.
      if (response.status !== 500) return response;
      const { exampleKey } = question.preferences;
      if (exampleKey !== undefined) {
        return { status: 404, detail: `The document has no example ${exampleKey} for this answer.` };
      }
      const generated = this.#repaired(question, undefined);
      return generated ? { response: generated, violations: [] } : response;
    }
    const violations = responseViolations(question.operation, response);
    const repaired = violations.length === 0 ? undefined : this.#repaired(question, response);
    return repaired ? { response: repaired, violations: [] } : { response, violations };
  }

  #repaired(question: Question, violating: PrismResponse | undefined): PrismResponse | undefined {
    const { operation, request, preferences } = question;
    const { method, path } = operation;
    const key = JSON.stringify([method, path, request.headers?.accept, preferences, violating?.statusCode]);
    if (!this.#repairs.has(key)) {
      if (this.#repairs.size >= REMEMBERED) this.#repairs.clear();
      const repaired = repair({
        violating,
        generate: (seed) =>
          this.#respond({ ...question, preferences: { ...preferences, dynamic: true, seed } }),
        violationsOf: (response) => responseViolations(operation, response),
      });
      this.#repairs.set(key, repaired);
    }
    return this.#repairs.get(key);
  }

  #respond(question: Question): PrismResponse | PrismProblem {
    const response = respond(question);
    if (isProblem(response)) return response;
    const { headers, body } = response;
    return {
      ...response,
      ...(headers !== undefined && { headers: this.#reveal(headers) }),
      body: this.#reveal(body as Json),
    };
  }
}
