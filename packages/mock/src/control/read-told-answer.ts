// Reads what the mock is told to answer, which may come as JSON from another program: what can't be answered is refused at once.
import { validateHeaderName, validateHeaderValue } from 'node:http';
import { type Operation, operationName } from '../declared/operations.ts';
import { MockError } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';
import { FAULTS } from '../traffic/faults.ts';
import { isDelay } from '../traffic/latency.ts';
import type { ToldAnswer } from './told-answer.ts';

/** What each member may be, and how to say so. */
const MEMBERS: Record<keyof ToldAnswer, [is: (value: unknown) => boolean, what: string]> = {
  status: [isStatus, 'a status from 200 to 599'],
  example: [(value) => typeof value === 'string', "the name of one of the document's examples"],
  body: [() => true, 'anything'],
  headers: [isHeaders, 'an object of texts, or null for a header to leave out'],
  delay: [isDelay, 'milliseconds'],
  fault: [(value) => FAULTS.some((fault) => fault === value), `one of ${FAULTS.join(', ')}`],
  times: [isTimes, 'a whole number above 0, or "always"'],
};

/** Headers that say where an answer ends, which is for who sends it to say. */
const FRAMING = /^(?:content-length|transfer-encoding|connection|trailer|upgrade)$/i;

/** @throws {MockError} that says what is wrong with it. */
export function readToldAnswer(told: unknown, operation: Operation): ToldAnswer {
  const name = operationName(operation);
  if (!isObject(told)) throw new MockError(`The answer to ${name} must be an object`);
  for (const [key, value] of Object.entries(told)) {
    if (value !== undefined) refuseMember(key, value, name);
  }
  if (told.example !== undefined && told.body !== undefined) {
    throw new MockError(`The answer to ${name} has both an example and a body: choose one`);
  }
  for (const [header, value] of Object.entries((told.headers as JsonObject) ?? {})) {
    refuseHeader(header, value as string | null);
  }
  // A copy, so that what becomes of it later makes no difference.
  return structuredClone(told);
}

function refuseMember(key: string, value: unknown, name: string): void {
  if (!Object.hasOwn(MEMBERS, key)) {
    throw new MockError(
      `The answer to ${name} has "${key}", which means nothing; it may have ${Object.keys(MEMBERS).join(', ')}`,
    );
  }
  const [is, what] = MEMBERS[key as keyof ToldAnswer];
  if (is(value)) return;
  throw new MockError(
    `The answer to ${name}: ${key} must be ${what}, not ${JSON.stringify(value) ?? typeof value}`,
  );
}

function refuseHeader(name: string, value: string | null): void {
  if (FRAMING.test(name)) {
    throw new MockError(
      `The header ${name} is the mock's to say; for an answer that breaks off there is fault: 'cut'`,
    );
  }
  try {
    validateHeaderName(name);
    if (value !== null) validateHeaderValue(name, value);
  } catch (error) {
    throw new MockError(`The header ${JSON.stringify(name)} can't be sent: ${(error as Error).message}`);
  }
}

function isStatus(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 200 && (value as number) <= 599;
}

function isTimes(value: unknown): boolean {
  return (
    value === 'always' ||
    value === Number.POSITIVE_INFINITY ||
    (Number.isInteger(value) && (value as number) > 0)
  );
}

function isHeaders(value: unknown): boolean {
  return isObject(value) && Object.values(value).every((one) => one === null || typeof one === 'string');
}
