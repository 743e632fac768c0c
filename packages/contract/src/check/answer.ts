// Whether the answer is the one that the case expects: a declared response, a refusal, or that the document knows no such thing.
import type { Answered, Case, Refused, Undeclared } from '../derive/case.ts';
import { statusOfRefusal } from '../derive/expectation.ts';
import { responseFor } from '../operation/responses.ts';
import type { Validator } from '../validator.ts';
import type { Exchange } from '../wire/send.ts';
import { type Received, responseProblems } from './response.ts';
import { pick } from './text.ts';
import {
  describeViolations,
  isTruncated,
  isViolatedAt,
  listedViolations,
  violationProblems,
  violationsOf,
} from './violations.ts';

export interface CheckedAnswer {
  problems: string[];
  /** Why the problems are the mock's own; undefined when they are not. */
  excuse?: string | undefined;
}

export function checkAnswer(subject: Case, exchange: Exchange, validator: Validator): CheckedAnswer {
  const { expect, operation } = subject;
  if (expect.outcome === 'undeclared') return { problems: undeclaredProblems(exchange, expect) };
  const status = expect.outcome === 'refused' ? statusOfRefusal(expect, operation) : expect.status;
  const response = responseFor(operation.responses, status);
  if (response) return checkResponse({ exchange, status, response, validator }, expect);
  return {
    problems:
      expect.outcome === 'refused'
        ? undeclaredRefusalProblems(exchange, expect)
        : [`${status} is not declared`],
  };
}

/** What the document does not know, the mock answers in its own words: Prism as `detail`, ours as the API does, as `details`. */
function undeclaredProblems(exchange: Exchange, { status }: Pick<Undeclared, 'status'>): string[] {
  const said = pick(exchange.text, 'detail') ?? pick(exchange.text, 'details');
  // The answer to a HEAD says nothing.
  const isOwn = (typeof said === 'string' && said !== '') || exchange.wire.method === 'HEAD';
  return [
    ...statusProblems(exchange, status),
    ...(isOwn ? [] : [`answered ${exchange.text.slice(0, 100)}, as if the document declared it`]),
    ...violationProblems(exchange.headers),
  ];
}

/** Where no refusal is declared the mock answers in its own words, without `sl-violations`; Prism lists the violations in the body. */
function undeclaredRefusalProblems(exchange: Exchange, { otherwise, location }: Refused): string[] {
  const problems = undeclaredProblems(exchange, { status: otherwise });
  const listed = listedViolations(exchange.text);
  if (location && listed && !isViolatedAt(listed, location)) {
    problems.push(`refused, but not because of ${location.join('/')}: ${describeViolations(listed)}`);
  }
  return problems;
}

function checkResponse(received: Received, expect: Answered | Refused): CheckedAnswer {
  const { exchange, status } = received;
  const wrongStatus = statusProblems(exchange, status);
  if (wrongStatus.length > 0) {
    return { problems: [...wrongStatus, ...describe(exchange)], excuse: notGenerated(exchange, expect) };
  }
  const ofRequest =
    expect.outcome === 'refused'
      ? refusalProblems(exchange, expect.location)
      : violationProblems(exchange.headers, 'request');
  const { ofDelivery, ofBody } = responseProblems(received, expect);
  const certain = [...ofRequest, ...ofDelivery];
  if (certain.length > 0 || ofBody.length === 0) return { problems: [...certain, ...ofBody] };
  return { problems: ofBody, excuse: generatedInvalid(received, expect) };
}

function refusalProblems({ headers }: Exchange, expected: readonly string[] | undefined): string[] {
  const found = violationsOf(headers, 'request');
  if (found.length === 0) return ['no sl-violations about the request'];
  if (expected === undefined || isTruncated(headers)) return [];
  const inside = found.map((violation) => ({ ...violation, location: violation.location.slice(1) }));
  if (isViolatedAt(inside, expected)) return [];
  return [`refused, but not because of ${expected.join('/')}: ${describeViolations(found)}`];
}

/** Prism answers 500 to what it can't generate. */
function notGenerated({ status, text }: Exchange, expect: Answered | Refused): string | undefined {
  if (expect.outcome === 'refused' || !expect.isGenerated || status !== 500) return undefined;
  return `it can't generate this answer: ${String(pick(text, 'detail')).slice(0, 120)}`;
}

/** A generated answer may be invalid: only where the document gives no example, and only as long as the mock itself says so. */
function generatedInvalid({ exchange, response }: Received, expect: Answered | Refused): string | undefined {
  const isGenerated =
    (expect.outcome === 'answered' && expect.isGenerated) ||
    !response.contents.some(({ examples }) => examples.length > 0);
  const [admitted] = violationsOf(exchange.headers, 'response');
  return isGenerated && admitted ? describeViolations([admitted]) : undefined;
}

function statusProblems(exchange: Exchange, expected: number): string[] {
  return exchange.status === expected ? [] : [`answered ${exchange.status}, not ${expected}`];
}

function describe(exchange: Exchange): string[] {
  const said = exchange.headers.get('sl-violations') ?? exchange.text;
  return said === '' ? [] : [said.slice(0, 300)];
}
