// Compares an exchange with what its case expects: the request on the wire, the status, the body, the headers, `sl-violations`.
import { isDeepStrictEqual } from 'node:util';
import type { Case, Expectation } from './derive/cases.ts';
import { type DeclaredResponse, isJson, type Json } from './document.ts';
import { API_KEY, type Exchange } from './send.ts';
import type { Validator } from './validator.ts';
import {
  describeViolations,
  isTruncated,
  isViolatedAt,
  listedViolations,
  violationsOf,
} from './violations.ts';

/** What came back, in short: two servers with the same digests can't be told apart by this suite. */
export function digest({ status, text, headers }: Exchange): string {
  return JSON.stringify([status, text, headers.get('content-type'), headers.get('sl-violations')]);
}

export type Verdict =
  | { outcome: 'passed' }
  | { outcome: 'failed'; problems: string[] }
  /** The mock itself could not answer truthfully, and its own answer shows it. */
  | { outcome: 'excused'; reason: string };

export function check(subject: Case, exchange: Exchange, validator: Validator): Verdict {
  const wire = wireProblems(subject, exchange);
  const { problems, excuse } = answerProblems(subject, exchange, validator);
  if (wire.length > 0) return { outcome: 'failed', problems: wire };
  if (problems.length === 0) return { outcome: 'passed' };
  if (excuse === undefined) return { outcome: 'failed', problems };
  // This case is about the request, and the request was accepted; the answer has cases of its own.
  return subject.kind === 'accepted' ? { outcome: 'passed' } : { outcome: 'excused', reason: excuse };
}

function wireProblems({ operation, request }: Case, { wire }: Exchange): string[] {
  const problems: string[] = [];
  const same = (what: string, seen: unknown, expected: unknown) => {
    if (!isDeepStrictEqual(seen, expected)) {
      problems.push(`on the wire, ${what} is ${JSON.stringify(seen)}, not ${JSON.stringify(expected)}`);
    }
  };
  same('the method', wire.method, request.method.toUpperCase());
  const path = request.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(String(request.parameters.path[name])),
  );
  same('the path', decodeURIComponent(wire.url.pathname), decodeURIComponent(path));
  const query = Object.entries(request.parameters.query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((each) => [name, String(each)]),
  );
  same('the query', [...wire.url.searchParams].sort(), query.sort());
  for (const [name, value] of Object.entries(request.parameters.header))
    same(`header ${name}`, wire.headers.get(name), String(value));
  if (operation.keyHeader !== undefined)
    same(`header ${operation.keyHeader}`, wire.headers.get(operation.keyHeader), API_KEY);
  if (request.body === undefined) same('the body', wire.body, '');
  else {
    same(
      'the content type',
      wire.headers.get('content-type')?.split(';')[0],
      request.contentType ?? 'application/json',
    );
    same('the body', parse(wire.body), request.body);
  }
  return problems;
}

interface Answer {
  problems: string[];
  /** Why the problems are the mock's own; undefined when they are not. */
  excuse: string | undefined;
}

function answerProblems(subject: Case, exchange: Exchange, validator: Validator): Answer {
  const { expect, operation } = subject;
  if (expect.outcome === 'unknown') {
    const problems = [
      ...statusProblem(exchange, expect.status),
      ...madeUpProblem(exchange),
      ...violationProblems(exchange),
    ];
    return { problems, excuse: undefined };
  }
  const declared = (status: number) => operation.responses.find((response) => response.status === status);
  if (expect.outcome === 'refused') {
    const status = expect.statuses.find((candidate) => declared(candidate));
    const response = status === undefined ? undefined : declared(status);
    if (!response) return { problems: undeclaredRefusal(exchange, expect), excuse: undefined };
    // Which of the declared bodies it answers is the mock's choice: it may say what was wrong with this very request.
    return answerAs(exchange, response, validator, undefined, expect);
  }
  const response = declared(expect.status);
  if (!response) return { problems: [`${expect.status} is not declared`], excuse: undefined };
  const answer = answerAs(exchange, response, validator, expect.example, expect);
  if (answer.problems.length > 0 && expect.isGenerated && exchange.status === 500 && expect.status !== 500) {
    return {
      ...answer,
      excuse: `it can't generate this answer: ${String(pick(exchange.text, 'detail')).slice(0, 120)}`,
    };
  }
  return answer;
}

/** Without a declared answer for refusals the mock makes one up, with no `sl-violations` beside it; Prism lists the violations in it. */
function undeclaredRefusal(exchange: Exchange, expect: Expectation & { outcome: 'refused' }): string[] {
  const problems = [
    ...statusProblem(exchange, expect.otherwise),
    ...madeUpProblem(exchange),
    ...violationProblems(exchange),
  ];
  const listed = listedViolations(exchange.text);
  if (expect.location && listed && !isViolatedAt(listed, expect.location)) {
    problems.push(`refused, but not because of ${expect.location.join('/')}: ${describeViolations(listed)}`);
  }
  return problems;
}

function answerAs(
  exchange: Exchange,
  response: DeclaredResponse,
  validator: Validator,
  example: Json | undefined,
  expect: Expectation & { outcome: 'answered' | 'refused' },
): Answer {
  const status = statusProblem(exchange, response.status);
  if (status.length > 0) return { problems: [...status, ...describe(exchange)], excuse: undefined };
  const certain = [
    ...(expect.outcome === 'refused'
      ? refusalProblems(exchange, expect.location)
      : violationProblems(exchange, 'request')),
    ...deliveryProblems(exchange, response),
    ...headerProblems(exchange, response, validator),
  ];
  const ofBody = [
    ...bodyProblems(exchange, response, validator, example),
    ...violationProblems(exchange, 'response'),
    ...(expect.outcome === 'answered' && expect.isGenerated
      ? absenceProblems(exchange, response, validator)
      : []),
  ];
  if (certain.length > 0 || ofBody.length === 0)
    return { problems: [...certain, ...ofBody], excuse: undefined };
  // Made up by the mock: only where the document gives no example, and only as long as the mock itself says so.
  const isMadeUp =
    (expect.outcome === 'answered' && expect.isGenerated) || !response.contents[0]?.examples.length;
  const [confessed] = violationsOf(exchange.headers, 'response');
  const excuse = isMadeUp && confessed ? describeViolations([confessed]) : undefined;
  return { problems: ofBody, excuse };
}

/** What the document does not know, the mock answers in its own words: Prism as `detail`, ours as the API does, as `details`. */
function madeUpProblem({ text }: Exchange): string[] {
  const said = pick(text, 'detail') ?? pick(text, 'details');
  return typeof said === 'string' && said !== ''
    ? []
    : [`answered ${text.slice(0, 100)}, as if the document declared it`];
}

/** Whether the body came as what is declared, and through the client as it came. */
function deliveryProblems(exchange: Exchange, { contents: [content] }: DeclaredResponse): string[] {
  if (!content)
    return exchange.text === '' ? [] : [`a body where none is declared: ${exchange.text.slice(0, 100)}`];
  const type = exchange.headers.get('content-type')?.split(';')[0];
  if (type !== content.mediaType) return [`answered as ${type}, not ${content.mediaType}`];
  if (!isJson(content.mediaType)) return [];
  const arrived = exchange.status < 300 ? exchange.result.data : exchange.result.error;
  if (isDeepStrictEqual(arrived, parse(exchange.text))) return [];
  return [
    `the client hands out ${JSON.stringify(arrived)?.slice(0, 200)} for ${exchange.text.slice(0, 200)}`,
  ];
}

function bodyProblems(
  exchange: Exchange,
  { contents: [content] }: DeclaredResponse,
  validator: Validator,
  example: Json | undefined,
): string[] {
  if (content?.schema === undefined || !isJson(content.mediaType)) return [];
  const body = parse(exchange.text) as Json;
  const problem = validator.problem(content.schema, body);
  return [
    ...(problem === undefined ? [] : [`the answer violates its schema: ${problem}`]),
    ...(example === undefined || isDeepStrictEqual(body, example)
      ? []
      : ['the answer is not the example that the document gives']),
  ];
}

/** A generated answer has every property that is declared, the optional ones too. */
function absenceProblems(
  exchange: Exchange,
  { contents: [content] }: DeclaredResponse,
  validator: Validator,
): string[] {
  if (content?.schema === undefined) return [];
  const absent = validator.absentProperties(content.schema, parse(exchange.text) as Json);
  return absent.length === 0 ? [] : [`the generated answer lacks ${absent.join(', ')}`];
}

function headerProblems(exchange: Exchange, response: DeclaredResponse, validator: Validator): string[] {
  return response.headers.flatMap(({ name, schema }) => {
    const value = exchange.headers.get(name);
    if (value === null) return [`no header ${name}`];
    return schema === undefined || validator.isValidText(schema, value)
      ? []
      : [`header ${name} is ${JSON.stringify(value)}, which violates its schema`];
  });
}

function refusalProblems({ headers }: Exchange, expected: readonly string[] | undefined): string[] {
  const found = violationsOf(headers, 'request');
  if (found.length === 0) return ['no sl-violations about the request'];
  if (expected === undefined || isTruncated(headers)) return [];
  const inside = found.map((violation) => ({ ...violation, location: violation.location.slice(1) }));
  if (isViolatedAt(inside, expected)) return [];
  return [`refused, but not because of ${expected.join('/')}: ${describeViolations(found)}`];
}

/** `sl-violations` where none must be; about one side of the exchange, or either. */
function violationProblems({ headers }: Exchange, about?: 'request' | 'response'): string[] {
  const found = violationsOf(headers, about);
  return found.length === 0 ? [] : [`sl-violations: ${describeViolations(found)}`];
}

function statusProblem(exchange: Exchange, expected: number): string[] {
  return exchange.status === expected ? [] : [`answered ${exchange.status}, not ${expected}`];
}

function describe(exchange: Exchange): string[] {
  const said = exchange.headers.get('sl-violations') ?? exchange.text;
  return said === '' ? [] : [said.slice(0, 300)];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function pick(text: string, key: string): unknown {
  const value = parse(text);
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
