// Which of the declared responses is the answer, and which of its media types and examples.
import type { Operation } from '../declared/operations.ts';
import type { Content, Example, Response } from '../declared/responses.ts';
import type { Violation } from '../judging/violations.ts';
import { negotiate } from '../media-types.ts';

/** What a caller asks for by `Prefer`, or a test has told. */
export interface Preferences {
  code?: number;
  exampleKey?: string;
  /** Values generated from the schema, instead of the document's example. */
  dynamic?: boolean;
  seed?: string;
  /** Instead of what the document has; only a test can tell it. */
  body?: { value: unknown };
}

export interface Choice {
  status: number;
  response: Response;
  /** Undefined where there is no body. */
  content?: Content & { example?: Example };
}

/** What no declared response is for: no such route, no such status. */
export interface Problem {
  status: number;
  detail: string;
  /** The methods that there are, where it is the method. */
  allow?: string;
}

export function isProblem(result: object): result is Problem {
  return 'detail' in result;
}

/** What is chosen by, besides the operation. */
export interface Question {
  operation: Operation;
  /** Errors of the request; any makes it a refusal. */
  errors: readonly Violation[];
  preferences: Preferences;
  accept?: string | undefined;
}

export function chooseAnswer(question: Question): Choice | Problem {
  return question.errors.length > 0 ? chooseRefusal(question) : chooseRegular(question);
}

function chooseRegular({ operation, preferences, accept }: Question): Choice | Problem {
  const { code } = preferences;
  const response = code === undefined ? firstOf(operation) : responseFor(operation, code);
  if (!response) {
    const detail =
      code === undefined
        ? 'The document declares no response for this operation.'
        : `Requested status code ${code} is not defined in the document, which has ${codesOf(operation)}.`;
    return { status: code === undefined ? 500 : 404, detail };
  }
  const status = code ?? statusOf(response.code);
  if (!hasBody(status, operation)) return { status, response };
  const content = negotiate(response.contents, accept);
  if (response.contents.length > 0 && content === undefined) {
    return { status: 406, detail: `The document declares no answer of a type in ${accept}.` };
  }
  return withExample({ status, response, ...(content && { content }) }, preferences);
}

/** What is wrong with the request decides, and which of the statuses for that the document declares. */
function chooseRefusal({ operation, errors, preferences, accept }: Question): Choice | Problem {
  const isUnproven = errors.some(({ code }) => code === 401);
  const unsupported = errors.find(({ code }) => code === 415);
  // What is no media type at all is no matter of the operation's.
  const forType = unsupported?.isMalformed ? [415] : [415, 422, 400];
  const statuses = isUnproven ? [401] : unsupported ? forType : [422, 400];
  const [first] = statuses as [number];
  const exact = statuses.map((status) => ({ status, response: responseFor(operation, status, false) }));
  const { status, response } = exact.find((one) => one.response) ?? {
    status: first,
    response: operation.responses.find(({ code }) => code === 'default'),
  };
  if (!response) return { status: first, detail: errors.map(({ message }) => message).join('; ') };
  if (!hasBody(status, operation)) return { status, response };
  // A caller that takes none of its types hears all the same what was wrong.
  const content = negotiate(response.contents, accept) ?? negotiate(response.contents, undefined);
  const isMeant = preferences.code !== undefined && statuses.includes(preferences.code);
  return withExample({ status, response, ...(content && { content }) }, isMeant ? preferences : {});
}

/** The success that is answered unless another is asked for; `default` is one where no other is declared. */
function firstOf({ responses }: Operation): Response | undefined {
  const successes = responses.filter(({ code }) => code.startsWith('2'));
  const [first] = successes.sort((a, b) => (a.code < b.code ? -1 : 1));
  return first ?? responses.find(({ code }) => code === 'default') ?? responses[0];
}

/** The exact status, or its range, or `default`. */
function responseFor({ responses }: Operation, status: number, takesDefault = true): Response | undefined {
  if (status < 200) return undefined;
  const range = `${Math.trunc(status / 100)}XX`;
  const codes = [String(status), range, ...(takesDefault ? ['default'] : [])];
  return codes.map((code) => responses.find((response) => response.code === code)).find(Boolean);
}

function codesOf({ responses }: Operation): string {
  return responses.length === 0 ? 'none' : responses.map(({ code }) => code).join(', ');
}

function statusOf(code: string): number {
  return code === 'default' ? 200 : Number(code.replace('XX', '00'));
}

function hasBody(status: number, { method }: Operation): boolean {
  return method !== 'head' && status !== 204 && status !== 205 && status !== 304;
}

function withExample(choice: Choice, { exampleKey, dynamic }: Preferences): Choice | Problem {
  const { content } = choice;
  if (!content) return choice;
  const { examples } = content;
  if (exampleKey === undefined) {
    const [example] = dynamic ? [] : examples;
    return { ...choice, content: { ...content, ...(example && { example }) } };
  }
  const example = examples.find(({ key }) => key === exampleKey);
  if (example) return { ...choice, content: { ...content, example } };
  const known = examples.length === 0 ? 'none' : examples.map(({ key }) => key).join(', ');
  return {
    status: 404,
    detail: `The document has no example ${exampleKey} for this answer; it has ${known}.`,
  };
}
