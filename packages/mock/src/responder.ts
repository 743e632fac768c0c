// What one document answers to requests: which operation a request is for, what is wrong with it, and the answer to that.
import { checkablePatterns } from '@agentsource/openapi/checkable-patterns';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { hideData } from '@agentsource/openapi/gate/data';
import type { Json } from '@agentsource/openapi/json';
import { isJsonMediaType } from '@agentsource/openapi/media-type';
import { danglingReference } from '@agentsource/openapi/references';
import { walk } from '@agentsource/openapi/walk';
import { type Answer, makeAnswer, type Tools } from './answering/answer.ts';
import { chooseAnswer, isProblem, type Preferences, type Problem } from './answering/choose.ts';
import { Generator } from './answering/generate.ts';
import { untiring } from './answering/waiting.ts';
import { type Operation, operationName, operationsOf } from './declared/operations.ts';
import { MockError } from './errors.ts';
import type { Schemas } from './judging/fields.ts';
import { createJudge } from './judging/judge.ts';
import type { MockRequest } from './judging/request.ts';
import { requestViolations } from './judging/request-violations.ts';
import { schemaViolations, type Violation } from './judging/violations.ts';
import type { NonConformingOperation } from './non-conforming.ts';
import type { Texts } from './options.ts';

export interface Answered {
  operation: Operation;
  answer: Answer;
  /** Of the request; those of the answer are the answer's. */
  violations: Violation[];
}

export class Responder {
  readonly operations: readonly Operation[];
  /** Normalised, with its data hidden: schemas and what they are named by lead into it. */
  readonly document: OpenApiDocument;
  readonly #schemas: Schemas;
  readonly #tools: Tools;

  /**
   * @param given normalised; `name` is what to call it in a message.
   * @throws {MockError} when a reference in it leads to nothing.
   */
  constructor(given: OpenApiDocument, name: string, texts: Texts = 'plausible') {
    const { document: checkable, regExp } = checkablePatterns(given);
    const { document, reveal, revealConstants } = hideData(checkable);
    refuseDangling(document, name);
    walk(document, { schema: revealConstants });
    const judge = createJudge(document, regExp);
    this.document = document;
    this.operations = operationsOf(document);
    this.#schemas = { document, judge };
    this.#tools = { judge, reveal, generator: new Generator({ document, judge, reveal, texts }) };
  }

  /** The operation that a request is for. */
  find({ method, path }: Pick<MockRequest, 'method' | 'path'>): Operation | Problem {
    const fitting = this.operations.filter(({ template }) => template.match(path));
    if (fitting.length === 0) return { status: 404, detail: `The document has no path ${path}.` };
    const [best] = fitting
      .filter((operation) => operation.method === method)
      .sort((a, b) => (a.template.rank < b.template.rank ? -1 : 1));
    if (best) return best;
    const allow = [...new Set(fitting.map((operation) => operation.method.toUpperCase()))].join(', ');
    const detail = `The document has no ${method.toUpperCase()} for the path ${path}; it has ${allow}.`;
    return { status: 405, detail, allow };
  }

  /** What the document answers to a request, whether it is valid or not; a problem where it declares nothing for it. */
  async answer(
    operation: Operation,
    request: MockRequest,
    preferences: Preferences,
  ): Promise<Answered | (Problem & { violations: Violation[] })> {
    const violations = await requestViolations(this.#schemas, operation, request);
    const errors = violations.filter(({ severity }) => severity === 0);
    const answer = this.#answer(operation, errors, preferences, request.headers.accept);
    return isProblem(answer) ? { ...answer, violations } : { operation, answer, violations };
  }

  /** What may be sent or answered: the example where there is one, else a value for the schema. */
  sample({ schema, example }: { schema?: string | undefined; example?: Json | undefined }): Json {
    if (example !== undefined) return this.#tools.reveal(example);
    return schema === undefined ? null : (this.#tools.generator.make(schema).value as Json);
  }

  /** Whether a value satisfies a schema as an answer's. */
  isValid(schema: string, value: unknown): boolean {
    return this.#schemas.judge.answer(schema, value).length === 0;
  }

  /** What the document declares for a status, whatever the request is worth. */
  declared(operation: Operation, preferences: Preferences, accept?: string): Answer | Problem {
    return this.#answer(operation, [], preferences, accept);
  }

  /** What is wrong with a value as the JSON body of an operation; nothing where there is no such operation. */
  bodyViolations(operationId: string, value: unknown): Violation[] {
    const operation = this.operations.find(({ id }) => id === operationId);
    const content = operation?.body?.contents.find(({ mediaType }) => isJsonMediaType(mediaType));
    if (content?.schema === undefined) return [];
    const errors = this.#schemas.judge.request(content.schema, value);
    return schemaViolations(errors, value, { side: 'request', part: 'body' });
  }

  /** Operations whose answer to a valid request violates the document. */
  nonConformingOperations(): NonConformingOperation[] {
    return this.operations.flatMap((operation) => {
      const answer = this.#answer(operation, [], {});
      const reasons = isProblem(answer) ? [answer.detail] : answer.violations.map(({ message }) => message);
      reasons.push(...this.#uncompiled(operation));
      if (reasons.length === 0) return [];
      return [{ operation: operationName(operation), reason: reasons.join('; ') }];
    });
  }

  #answer(
    operation: Operation,
    errors: readonly Violation[],
    preferences: Preferences,
    accept?: string,
  ): Answer | Problem {
    const choice = chooseAnswer({ operation, errors, preferences, accept });
    if (isProblem(choice)) return choice;
    const answer = makeAnswer(this.#tools, operation, choice, preferences);
    return untiring(answer, choice, { judge: this.#tools.judge, preferences });
  }

  /** Schemas by which nothing is judged. */
  #uncompiled({ parameters, body, responses }: Operation): string[] {
    const described: { schema?: string }[] = [...parameters, ...(body?.contents ?? [])];
    for (const { headers, contents } of responses) described.push(...headers, ...contents);
    return described.flatMap(({ schema }) => {
      const problem = schema === undefined ? undefined : this.#schemas.judge.problem(schema);
      return problem === undefined ? [] : [`nothing is judged by ${schema}: ${problem}`];
    });
  }
}

function refuseDangling(document: OpenApiDocument, name: string): void {
  const dangling = danglingReference(document);
  if (!dangling) return;
  const { pointer, reference } = dangling;
  throw new MockError(
    `${name}: ${pointer}/$ref leads to ${JSON.stringify(reference)}, which is not there; add it, or remove the reference`,
  );
}
